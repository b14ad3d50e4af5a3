"""A store's terms of selling, the tray, the orders, and how many free samples were taken."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Date, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from configurator.accounts.models import Actor
from configurator.db import Base, new_id, now
from configurator.projects.models import Project
from configurator.stores.models import Store, Tenant


class SellingSettings(Base):
    """What a retailer must have said before it may sell; `terms`, `privacy` and `returns` are whole texts.

    `offer` is JSON: the kinds of samples, the ways of delivery, prices and limits; orders/selling.py reads it.
    `hazards` is what the law wants to be read before a pot of paint is ordered, a line each.
    """

    __tablename__ = "selling_settings"

    tenant_id: Mapped[str] = mapped_column(ForeignKey(Tenant.id), primary_key=True)
    company: Mapped[str] = mapped_column(default="")
    tax_number: Mapped[str] = mapped_column(default="")
    address: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    hours: Mapped[str] = mapped_column(default="")
    terms: Mapped[str] = mapped_column(default="")
    privacy: Mapped[str] = mapped_column(default="")
    returns: Mapped[str] = mapped_column(default="")
    hazards: Mapped[str] = mapped_column(default="")
    bank_account: Mapped[str] = mapped_column(default="")
    cutoff_minute: Mapped[int | None]
    packing_days: Mapped[int] = mapped_column(default=0)
    offer: Mapped[str] = mapped_column(default="{}")
    changed_at: Mapped[datetime] = mapped_column(default=now, onupdate=now)

    tenant: Mapped[Tenant] = relationship(lazy="joined")


class Tray(Base):
    """The samples being chosen, of a project (whoever may edit it shares them) or of a visitor without one.

    `lines` is JSON, `[[paint, kind, count], …]`. `version` grows with every change; an order takes a version, once.
    """

    __tablename__ = "tray"
    __table_args__ = (UniqueConstraint("project_id"), UniqueConstraint("actor_id"))

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    tenant_id: Mapped[str] = mapped_column(ForeignKey(Tenant.id))
    project_id: Mapped[str | None] = mapped_column(ForeignKey(Project.id))
    actor_id: Mapped[str | None] = mapped_column(ForeignKey(Actor.id))
    lines: Mapped[str] = mapped_column(default="[]")
    version: Mapped[int] = mapped_column(default=0)
    changed_at: Mapped[datetime] = mapped_column(default=now)


class SampleOrder(Base):
    """An order as it was placed, and what has become of it. `key` is the page's, `body_sha` what was ordered with it.

    `seller` is JSON: who sold, as it was shown. For a collection `sent_at` is when it was handed over. `arrive_on` is
    the day that is expected now, `promised_on` the day that was promised; `late_told_at` is when the customer heard
    that it cannot be kept. From `quiet_at` on the customer wants no reminder.
    """

    __tablename__ = "sample_order"
    __table_args__ = (
        UniqueConstraint("tenant_id", "key"),
        UniqueConstraint("tray_id", "tray_version"),
        Index(None, "store_id", "placed_at"),
    )

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    tenant_id: Mapped[str] = mapped_column(ForeignKey(Tenant.id))
    store_id: Mapped[str] = mapped_column(ForeignKey(Store.id))
    project_id: Mapped[str | None] = mapped_column(ForeignKey(Project.id))
    actor_id: Mapped[str] = mapped_column(ForeignKey(Actor.id))
    code: Mapped[str] = mapped_column(unique=True)
    key: Mapped[str]
    body_sha: Mapped[str]
    tray_id: Mapped[str] = mapped_column(ForeignKey(Tray.id))
    tray_version: Mapped[int]
    language: Mapped[str]

    way: Mapped[str]
    payment: Mapped[str]
    name: Mapped[str]
    email: Mapped[str]
    phone: Mapped[str]
    street: Mapped[str]
    postcode: Mapped[str]
    city: Mapped[str]
    locker: Mapped[str]

    goods_gr: Mapped[int]
    delivery_gr: Mapped[int]
    free_used: Mapped[int]
    seller: Mapped[str]

    send_on: Mapped[date] = mapped_column(Date)
    arrive_on: Mapped[date] = mapped_column(Date)
    promised_on: Mapped[date | None] = mapped_column(Date)
    placed_at: Mapped[datetime] = mapped_column(default=now)
    paid_at: Mapped[datetime | None]
    packed_at: Mapped[datetime | None]
    sent_at: Mapped[datetime | None]
    tracking_number: Mapped[str] = mapped_column(default="")
    withdrawn_at: Mapped[datetime | None]
    refunded_at: Mapped[datetime | None]
    late_told_at: Mapped[datetime | None]
    arrived_at: Mapped[datetime | None]
    quiet_at: Mapped[datetime | None]

    store: Mapped[Store] = relationship(lazy="joined")
    project: Mapped[Project | None] = relationship()
    lines: Mapped[list[SampleLine]] = relationship(order_by="SampleLine.place", back_populates="order")

    @property
    def shown_project(self) -> Project | None:
        """The project it was ordered from, unless that lies in the bin."""
        return self.project if self.project is not None and self.project.deleted_at is None else None

    @property
    def total_gr(self) -> int:
        return self.goods_gr + self.delivery_gr


class SampleLine(Base):
    """One line of an order: the paint as the deck had it, its kind, how many, how many of them free, and the price.

    Of the testers in it so many were `credited` against paint.
    """

    __tablename__ = "sample_line"

    order_id: Mapped[str] = mapped_column(ForeignKey(SampleOrder.id), primary_key=True)
    place: Mapped[int] = mapped_column(primary_key=True)
    tenant_id: Mapped[str] = mapped_column(ForeignKey(Tenant.id))
    paint: Mapped[str]
    name_pl: Mapped[str]
    name_en: Mapped[str]
    hex: Mapped[str]
    kind: Mapped[str]
    count: Mapped[int]
    free: Mapped[int]
    price_gr: Mapped[int]
    credited: Mapped[int] = mapped_column(default=0, server_default="0")

    order: Mapped[SampleOrder] = relationship(back_populates="lines")


class FreeSamples(Base):
    """How many free samples a holder has taken: an actor, or an e-mail address as a hash.

    Also how many samples of any price went to a person or a household in a month, which orders/shares.py counts.
    """

    __tablename__ = "free_samples"

    tenant_id: Mapped[str] = mapped_column(ForeignKey(Tenant.id), primary_key=True)
    holder: Mapped[str] = mapped_column(primary_key=True)
    taken: Mapped[int] = mapped_column(default=0)


class SampleStock(Base):
    """How many samples of a paint and a kind are left; where there is no row, nobody counts them."""

    __tablename__ = "sample_stock"

    tenant_id: Mapped[str] = mapped_column(ForeignKey(Tenant.id), primary_key=True)
    paint: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(primary_key=True)
    pieces: Mapped[int]
    changed_at: Mapped[datetime] = mapped_column(default=now, onupdate=now)


class Complaint(Base):
    """A complaint about an order: what is wrong, what the customer wants, and the answer, which is due on a day."""

    __tablename__ = "complaint"
    __table_args__ = (UniqueConstraint("tenant_id", "key"), Index(None, "tenant_id", "made_at"))

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    tenant_id: Mapped[str] = mapped_column(ForeignKey(Tenant.id))
    order_id: Mapped[str] = mapped_column(ForeignKey(SampleOrder.id))
    key: Mapped[str]
    what: Mapped[str]
    wish: Mapped[str]
    made_at: Mapped[datetime] = mapped_column(default=now)
    answer_by: Mapped[date] = mapped_column(Date)
    answer: Mapped[str] = mapped_column(default="")
    answered_at: Mapped[datetime | None]

    order: Mapped[SampleOrder] = relationship(lazy="joined")

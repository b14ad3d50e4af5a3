"""Terms in force, quotes given, services opened for projects, and the ledger that is only ever added to."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import BigInteger, Date, ForeignKey, ForeignKeyConstraint, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from configurator.accounts.models import Account
from configurator.db import Base, new_id, now
from configurator.projects.models import Project, Variant
from configurator.stores.models import Store, Tenant


class PublishedTerms(Base):
    """One version of a tenant's terms, never changed. `body` is the canonical JSON that `sha` names."""

    __tablename__ = "published_terms"
    __table_args__ = (UniqueConstraint("tenant_id", "sha"),)

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    tenant_id: Mapped[str] = mapped_column(ForeignKey(Tenant.id))
    sha: Mapped[str]
    body: Mapped[str]
    published_at: Mapped[datetime] = mapped_column(default=now)


class Publication(Base):
    """Terms put in force from a time on: asked for by one manager, published by another. Never changed.

    What holds is the latest that has begun and was not called off before; the same terms may be published again.
    """

    __tablename__ = "publication"
    __table_args__ = (Index(None, "tenant_id", "valid_from"),)

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    tenant_id: Mapped[str] = mapped_column(ForeignKey(Tenant.id))
    terms_id: Mapped[str] = mapped_column(ForeignKey(PublishedTerms.id))
    valid_from: Mapped[datetime] = mapped_column(default=now)
    published_at: Mapped[datetime] = mapped_column(default=now)
    asked_by: Mapped[str | None] = mapped_column(ForeignKey(Account.id))
    published_by: Mapped[str | None] = mapped_column(ForeignKey(Account.id))

    terms: Mapped[PublishedTerms] = relationship(lazy="joined")
    asker: Mapped[Account | None] = relationship(foreign_keys=asked_by)
    publisher: Mapped[Account | None] = relationship(foreign_keys=published_by)
    called_off: Mapped[CalledOff | None] = relationship(lazy="joined")


class CalledOff(Base):
    """A scheduled publication that will not begin: who called it off before its time, and why. Never changed."""

    __tablename__ = "called_off"

    publication_id: Mapped[str] = mapped_column(ForeignKey(Publication.id), primary_key=True)
    tenant_id: Mapped[str] = mapped_column(ForeignKey(Tenant.id))
    at: Mapped[datetime] = mapped_column(default=now)
    by_id: Mapped[str] = mapped_column("by", ForeignKey(Account.id))
    reason: Mapped[str]

    by: Mapped[Account] = relationship(lazy="joined")


class Quote(Base):
    """What a project was promised: these terms, until that day, whatever terms come later."""

    __tablename__ = "quote"
    __table_args__ = (UniqueConstraint("project_id"),)

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    tenant_id: Mapped[str] = mapped_column(ForeignKey(Tenant.id))
    project_id: Mapped[str] = mapped_column(ForeignKey(Project.id))
    terms_id: Mapped[str] = mapped_column(ForeignKey(PublishedTerms.id))
    quoted_at: Mapped[datetime] = mapped_column(default=now)
    holds_until: Mapped[datetime]

    terms: Mapped[PublishedTerms] = relationship(lazy="joined")


class Service(Base):
    """A designer's help for a project: what a fee is for, opened after the edit numbered `opened_seq`.

    It is over from `closed_at` on; where it was called off, nothing was committed. `owed_gr` is a cache of its ledger:
    what the customer still owes, or, below zero, is still to be given back.
    """

    __tablename__ = "service"
    __table_args__ = (
        Index(None, "project_id"),
        Index("ix_service_owed", "store_id", sqlite_where=text("owed_gr <> 0"), postgresql_where=text("owed_gr <> 0")),
    )

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    tenant_id: Mapped[str] = mapped_column(ForeignKey(Tenant.id))
    store_id: Mapped[str] = mapped_column(ForeignKey(Store.id))
    project_id: Mapped[str] = mapped_column(ForeignKey(Project.id))
    terms_id: Mapped[str] = mapped_column(ForeignKey(PublishedTerms.id))
    variant_id: Mapped[str] = mapped_column(ForeignKey(Variant.id))
    kind: Mapped[str]
    opened_by: Mapped[str] = mapped_column(ForeignKey(Account.id))
    opened_at: Mapped[datetime] = mapped_column(default=now)
    opened_seq: Mapped[int]
    closed_at: Mapped[datetime | None]
    called_off_at: Mapped[datetime | None]
    receipt: Mapped[str | None]
    owed_gr: Mapped[int] = mapped_column(default=0, server_default="0")

    terms: Mapped[PublishedTerms] = relationship(lazy="joined")
    project: Mapped[Project] = relationship(lazy="joined")
    entries: Mapped[list[LedgerEntry]] = relationship(order_by="LedgerEntry.n", back_populates="service")


class LedgerEntry(Base):
    """One row of a service's chain: `body` is canonical JSON, `sha` covers it and the row before."""

    __tablename__ = "ledger_entry"

    service_id: Mapped[str] = mapped_column(ForeignKey(Service.id), primary_key=True)
    n: Mapped[int] = mapped_column(primary_key=True)
    tenant_id: Mapped[str] = mapped_column(ForeignKey(Tenant.id))
    kind: Mapped[str]
    at: Mapped[datetime] = mapped_column(default=now)
    actor_id: Mapped[str]
    body: Mapped[str]
    previous: Mapped[str]
    sha: Mapped[str]

    service: Mapped[Service] = relationship(back_populates="entries")


class FeedEnd(Base):
    """How many events a tenant's feed has: whoever adds one waits here, so that they are seen in their order."""

    __tablename__ = "feed_end"

    tenant_id: Mapped[str] = mapped_column(ForeignKey(Tenant.id), primary_key=True)
    n: Mapped[int]


class FeeEvent(Base):
    """A ledger's row in the order of all of a tenant's, from 1 without a gap; `decision_sha` names its decision."""

    __tablename__ = "fee_event"
    __table_args__ = (
        ForeignKeyConstraint(["service_id", "entry_n"], ["ledger_entry.service_id", "ledger_entry.n"]),
        UniqueConstraint("service_id", "entry_n"),
        Index(None, "tenant_id", "decision_sha"),
    )

    tenant_id: Mapped[str] = mapped_column(ForeignKey(Tenant.id), primary_key=True)
    n: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    service_id: Mapped[str]
    entry_n: Mapped[int]
    decision_sha: Mapped[str | None]

    entry: Mapped[LedgerEntry] = relationship(lazy="joined")


class Checkpoint(Base):
    """A day's signature over the chains that have grown: `body` is canonical JSON, as `offers.checkpoints` says."""

    __tablename__ = "checkpoint"
    __table_args__ = (UniqueConstraint("day"),)

    n: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    day: Mapped[date] = mapped_column(Date)
    at: Mapped[datetime] = mapped_column(default=now)
    body: Mapped[str]


class LimitCount(Base):
    """How much of a rule's limit was used by one holder in one period: times or grosze, what is reserved included.

    `terms` is the terms' own id, so that their next version counts on; `fact` names the rule's limit among them.
    """

    __tablename__ = "limit_count"

    tenant_id: Mapped[str] = mapped_column(ForeignKey(Tenant.id), primary_key=True)
    terms: Mapped[str] = mapped_column(primary_key=True)
    fact: Mapped[str] = mapped_column(primary_key=True)
    holder: Mapped[str] = mapped_column(primary_key=True)
    period: Mapped[str] = mapped_column(primary_key=True)
    used: Mapped[int] = mapped_column(BigInteger, default=0)


class LimitUse(Base):
    """What one service has of a count: used for good, or reserved `until` then."""

    __tablename__ = "limit_use"
    __table_args__ = (
        ForeignKeyConstraint(
            ["tenant_id", "terms", "fact", "holder", "period"],
            [LimitCount.tenant_id, LimitCount.terms, LimitCount.fact, LimitCount.holder, LimitCount.period],
        ),
        Index("ix_limit_use_place", "tenant_id", "terms", "fact", "period", "holder"),
    )

    service_id: Mapped[str] = mapped_column(ForeignKey(Service.id), primary_key=True)
    fact: Mapped[str] = mapped_column(primary_key=True)
    holder: Mapped[str] = mapped_column(primary_key=True)
    period: Mapped[str] = mapped_column(primary_key=True)
    tenant_id: Mapped[str] = mapped_column(ForeignKey(Tenant.id))
    terms: Mapped[str]
    amount: Mapped[int] = mapped_column(BigInteger)
    until: Mapped[datetime | None]

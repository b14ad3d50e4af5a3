"""A retailer's products, the list of a project, and who put what on it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from configurator.accounts.models import Actor
from configurator.db import Base, new_id, now
from configurator.imports.models import BroughtSheet
from configurator.projects.models import Project
from configurator.stores.models import Tenant


class Product(Base):
    """What is sold under one number. `kind` is a kind of `rooms/kinds/`, None for what is not drawn.

    `ean` holds fourteen digits, with zeros in front of shorter codes. `price_gr` is for one `unit` (piece, m2, pack),
    VAT included, as it was told at `priced_at`. `category`, `brand` and the VAT rate are there for the fee's terms,
    empty where nobody told them; so are `material`, the working days until delivery, and what a pack holds: so many
    pieces, or so many square centimetres. `words` is what products/search.py looks in. A retired product is no longer
    offered, and is known for as long as a list or a plan names it.
    """

    __tablename__ = "product"
    __table_args__ = (
        UniqueConstraint("tenant_id", "sku"),
        Index(None, "tenant_id", "kind"),
        Index(None, "tenant_id", "ean"),
    )

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    tenant_id: Mapped[str] = mapped_column(ForeignKey(Tenant.id))
    sku: Mapped[str]
    ean: Mapped[str | None]
    name_pl: Mapped[str]
    name_en: Mapped[str]
    kind: Mapped[str | None]
    width_mm: Mapped[int | None]
    depth_mm: Mapped[int | None]
    height_mm: Mapped[int | None]
    price_gr: Mapped[int]
    unit: Mapped[str] = mapped_column(default="piece")
    picture: Mapped[str | None]
    category: Mapped[str] = mapped_column(default="", server_default="")
    brand: Mapped[str] = mapped_column(default="", server_default="")
    vat_percent: Mapped[int | None]
    material: Mapped[str] = mapped_column(default="", server_default="")
    delivery_days: Mapped[int | None]
    per_pack: Mapped[int | None]
    pack_cm2: Mapped[int | None]
    words: Mapped[str]
    priced_at: Mapped[datetime] = mapped_column(default=now)
    retired_at: Mapped[datetime | None]

    @property
    def size(self) -> tuple[int, int, int] | None:
        """Width, depth and height in mm; None where they are not known."""
        if self.width_mm is None or self.depth_mm is None or self.height_mm is None:
            return None
        return self.width_mm, self.depth_mm, self.height_mm


class ListedProduct(Base):
    """A product on a project's list: so many `hundredths` of its unit, none once it was taken off.

    The row stays then, so that `version` only grows and a device that has not heard of it overwrites nothing.
    """

    __tablename__ = "listed_product"

    project_id: Mapped[str] = mapped_column(ForeignKey(Project.id), primary_key=True)
    product_id: Mapped[str] = mapped_column(ForeignKey(Product.id), primary_key=True)
    tenant_id: Mapped[str] = mapped_column(ForeignKey(Tenant.id))
    hundredths: Mapped[int] = mapped_column(default=0)
    version: Mapped[int] = mapped_column(default=0)
    actor_id: Mapped[str] = mapped_column(ForeignKey(Actor.id))
    role: Mapped[str]
    listed_at: Mapped[datetime] = mapped_column(default=now)

    product: Mapped[Product] = relationship(lazy="joined")


class ListChange(Base):
    """One change of a list, known by the client's `key`: which product, how many since, by whom, in which role."""

    __tablename__ = "list_change"

    project_id: Mapped[str] = mapped_column(ForeignKey(Project.id), primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    tenant_id: Mapped[str] = mapped_column(ForeignKey(Tenant.id))
    product_id: Mapped[str] = mapped_column(ForeignKey(Product.id))
    hundredths: Mapped[int]
    actor_id: Mapped[str] = mapped_column(ForeignKey(Actor.id))
    role: Mapped[str]
    at: Mapped[datetime] = mapped_column(default=now)


class ProductFile(BroughtSheet, Base):
    """A file of products that a manager has brought; `mapping` as products/mapping.py has it.

    `retires` what the file does not name.
    """

    __tablename__ = "product_file"

    retires: Mapped[bool] = mapped_column(default=False)


class ColumnMapping(Base):
    """How a retailer's files of one header are read, as it was when the last of them was taken in (JSON)."""

    __tablename__ = "column_mapping"

    tenant_id: Mapped[str] = mapped_column(ForeignKey(Tenant.id), primary_key=True)
    signature: Mapped[str] = mapped_column(primary_key=True)
    body: Mapped[str]

"""The 3D models of a retailer, and the files of models that a manager brings."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from configurator.db import Base, new_id, now
from configurator.imports.models import BroughtFile
from configurator.product_models.piece import Report
from configurator.products.models import Product
from configurator.stores.models import Tenant


class ProductModel(Base):
    """A model as rooms/models made it: `glb` and `icon` are keys of files, `outlines` JSON of rings in
    mm as rooms/models/silhouette.py tells them.

    `source` is the library it came in, and `catalog_id` its name there: brought again, it takes its own place.
    `author` and `licence` are shown wherever the model is.
    """

    __tablename__ = "product_model"
    __table_args__ = (UniqueConstraint("tenant_id", "source", "catalog_id"),)

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    tenant_id: Mapped[str] = mapped_column(ForeignKey(Tenant.id))
    source: Mapped[str]
    catalog_id: Mapped[str]
    name_pl: Mapped[str]
    name_en: Mapped[str]
    author: Mapped[str]
    licence: Mapped[str]
    licence_text: Mapped[str]
    width_mm: Mapped[int]
    depth_mm: Mapped[int]
    height_mm: Mapped[int]
    glb: Mapped[str]
    bytes: Mapped[int]
    icon: Mapped[str]
    triangles: Mapped[int]
    outlines: Mapped[str]
    added_at: Mapped[datetime] = mapped_column(default=now)

    @property
    def digest(self) -> str:
        """What names just these bytes in an address."""
        return self.glb.rpartition("/")[2][:16]

    @property
    def size(self) -> tuple[int, int, int]:
        return self.width_mm, self.depth_mm, self.height_mm


class ModelledProduct(Base):
    """A product that has a model of its own."""

    __tablename__ = "modelled_product"

    product_id: Mapped[str] = mapped_column(ForeignKey(Product.id), primary_key=True)
    tenant_id: Mapped[str] = mapped_column(ForeignKey(Tenant.id))
    model_id: Mapped[str] = mapped_column(ForeignKey(ProductModel.id))


class ModelFile(BroughtFile, Base):
    """A furniture library (`sh3f`) or one model (`glb`) that a manager has brought: read by a worker, then taken in.

    `data` is the key of the file itself; `said` JSON of what was typed with it; `done` of `total` pieces are read;
    `report` is as product_models/piece.py writes it, and `failure` JSON of the refusal of a file as a whole, empty
    until then; `taken` counts the pieces that were taken in.
    """

    __tablename__ = "model_file"

    data: Mapped[str]
    said: Mapped[str]
    done: Mapped[int] = mapped_column(default=0)
    total: Mapped[int] = mapped_column(default=0)
    failure: Mapped[str] = mapped_column(default="")
    taken: Mapped[int] = mapped_column(default=0)

    @property
    def keys(self) -> Sequence[str]:
        """The file itself, and what was made for its pieces."""
        return [self.data, *(Report.unpacked(self.report).keys if self.report else [])]

    def let_go(self) -> None:
        self.data = self.report = ""

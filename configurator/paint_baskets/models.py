"""The paint that was chosen by a sample."""

from __future__ import annotations

import json
from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from configurator.db import Base, new_id, now
from configurator.orders.models import SampleOrder
from configurator.projects.models import Project
from configurator.stores.models import Tenant


class PaintBasket(Base):
    """The tins of one paint for one `use`: one for each sample that it was tried by, else one for its project.

    `project_id` is None where the sample came from no project, `order_id` where there was no sample. `tins` is JSON,
    `[[ml, count, product], …]`, the product's id empty where the catalogue has none; `tools` is
    `[[tool, count, product], …]`, of those that the catalogue sells,
    for `tools_gr` in all; `rank` is what was kept small. `testers` is JSON, `[[order, place, count], …]`: whose
    price comes back as `credit_gr`, by the decision `basis` (JSON: its core and facts). `version` grows with every
    change. One that was taken out has `removed_at`, one that was paid in the store `bought_at`.
    `design_ml` is what the design took of the paint when this was last looked at: None where it did not use the paint,
    0 where only photos show it.
    """

    __tablename__ = "paint_basket"
    __table_args__ = (UniqueConstraint("order_id", "place"),)

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    tenant_id: Mapped[str] = mapped_column(ForeignKey(Tenant.id))
    order_id: Mapped[str | None] = mapped_column(ForeignKey(SampleOrder.id))
    place: Mapped[int] = mapped_column(default=0)
    project_id: Mapped[str | None] = mapped_column(ForeignKey(Project.id), index=True)
    use: Mapped[str] = mapped_column(default="wall", server_default="wall")
    paint: Mapped[str] = mapped_column(default="")
    base: Mapped[str] = mapped_column(default="")
    need_ml: Mapped[int] = mapped_column(default=0)
    design_ml: Mapped[int | None]
    coats: Mapped[int] = mapped_column(default=0)
    rank: Mapped[str] = mapped_column(default="")
    tins: Mapped[str] = mapped_column(default="[]")
    tools: Mapped[str] = mapped_column(default="[]", server_default="[]")
    tools_gr: Mapped[int] = mapped_column(default=0, server_default="0")
    price_gr: Mapped[int] = mapped_column(default=0)
    credit_gr: Mapped[int] = mapped_column(default=0)
    testers: Mapped[str] = mapped_column(default="[]")
    basis: Mapped[str] = mapped_column(default="{}")
    version: Mapped[int] = mapped_column(default=0)
    put_at: Mapped[datetime] = mapped_column(default=now)
    removed_at: Mapped[datetime | None]
    bought_at: Mapped[datetime | None]

    order: Mapped[SampleOrder | None] = relationship()

    @property
    def stands(self) -> bool:
        """Whether there is paint in it."""
        return self.version > 0 and self.removed_at is None

    @property
    def counts(self) -> dict[int, int]:
        """How many tins of how many millilitres."""
        return {ml: count for ml, count, _product in json.loads(self.tins)}

    @property
    def tool_counts(self) -> dict[str, int]:
        """How many of which tool, by its key."""
        return {key: count for key, count, _product in json.loads(self.tools)}

    @property
    def to_pay_gr(self) -> int:
        return self.price_gr + self.tools_gr - self.credit_gr

    @property
    def uses(self) -> list[tuple[str, int, int]]:
        """Whose testers' price comes back: order, line, count."""
        return [(order_id, place, count) for order_id, place, count in json.loads(self.testers)]

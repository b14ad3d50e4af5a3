"""The columns of every table of brought files."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, declared_attr, mapped_column, relationship

from configurator.accounts.models import Account
from configurator.db import new_id, now
from configurator.stores.models import Tenant


class BroughtFile:
    """A file that a manager has brought: looked through, then taken in or gone after a day.

    `report` is JSON of what came of it, empty until then; `keys` are of what it has in the files.
    """

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    tenant_id: Mapped[str] = mapped_column(ForeignKey(Tenant.id))
    name: Mapped[str]
    format: Mapped[str]
    brought_by: Mapped[str] = mapped_column(ForeignKey(Account.id))
    brought_at: Mapped[datetime] = mapped_column(default=now)
    taken_at: Mapped[datetime | None]
    report: Mapped[str] = mapped_column(default="")

    @declared_attr.directive
    def __table_args__(cls) -> Any:  # noqa: N805 - a mixin of tables
        return (Index(None, "tenant_id", "brought_at"),)

    @declared_attr
    def bringer(cls) -> Mapped[Account]:  # noqa: N805 - a mixin of tables
        return relationship(Account, lazy="joined")

    @property
    def keys(self) -> Sequence[str]:
        """What it has in the files."""
        raise NotImplementedError

    def let_go(self) -> None:
        """Forget the keys."""
        raise NotImplementedError


class BroughtSheet(BroughtFile):
    """A file of rows: `sheet` is the key of what was read from it (imports/sheet.py), `mapping` JSON of its columns."""

    sheet: Mapped[str]
    mapping: Mapped[str]

    @property
    def keys(self) -> Sequence[str]:
        return [self.sheet]

    def let_go(self) -> None:
        self.sheet = ""

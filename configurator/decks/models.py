"""A retailer's fan decks, their paints, and the files that they came from."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from configurator.accounts.models import Account
from configurator.db import Base, new_id, now
from configurator.imports.models import BroughtSheet
from configurator.stores.models import Tenant


class FanDeck(Base):
    """A deck under its own name. `version` is another with every change of its paints; a removed deck keeps its row."""

    __tablename__ = "fan_deck"
    __table_args__ = (Index(None, "tenant_id"),)

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    tenant_id: Mapped[str] = mapped_column(ForeignKey(Tenant.id))
    name_pl: Mapped[str]
    name_en: Mapped[str]
    version: Mapped[str] = mapped_column(default=new_id)
    made_by: Mapped[str | None] = mapped_column(ForeignKey(Account.id))
    made_at: Mapped[datetime] = mapped_column(default=now)
    changed_by: Mapped[str | None] = mapped_column(ForeignKey(Account.id))
    changed_at: Mapped[datetime] = mapped_column(default=now)
    removed_at: Mapped[datetime | None]

    changer: Mapped[Account | None] = relationship(lazy="joined", foreign_keys=changed_by)


class DeckPaint(Base):
    """A paint of a deck, its code once among all of the retailer's; Lab D65/2° in hundredths.

    `spectrum` is the measured one as `samples/colour/measured.py` writes it, empty where nobody measured.

    A row is never deleted: once `gone_at` is set nobody can choose the paint, and old plans still know its colour.
    """

    __tablename__ = "deck_paint"
    __table_args__ = (Index(None, "deck_id"),)

    tenant_id: Mapped[str] = mapped_column(ForeignKey(Tenant.id), primary_key=True)
    code: Mapped[str] = mapped_column(primary_key=True)
    deck_id: Mapped[str] = mapped_column(ForeignKey(FanDeck.id))
    place: Mapped[int]
    name_pl: Mapped[str]
    name_en: Mapped[str]
    lab_l: Mapped[int]
    lab_a: Mapped[int]
    lab_b: Mapped[int]
    base: Mapped[str]
    price_group: Mapped[int]
    hiding: Mapped[int]
    coats: Mapped[int]
    exterior: Mapped[bool | None]
    spectrum: Mapped[str] = mapped_column(default="", server_default="")
    gone_at: Mapped[datetime | None]


class DeckFile(BroughtSheet, Base):
    """A file of colours that a manager has brought.

    `goal` is replace, add or remove, of the deck named by `deck_id`, or of a new one called `deck_name`. While a job
    takes it in, `taking` is what the manager was shown and `percent` how far it is; `report` tells the counts, or the
    reason why nothing was taken in.
    """

    __tablename__ = "deck_file"

    deck_id: Mapped[str | None] = mapped_column(ForeignKey(FanDeck.id))
    deck_name: Mapped[str] = mapped_column(default="")
    goal: Mapped[str] = mapped_column(default="replace")
    taking: Mapped[str] = mapped_column(default="")
    percent: Mapped[int] = mapped_column(default=0)

"""A proposal is a frozen offer: the plans before and after, each change in the words it was shown in, the answers."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from configurator.accounts.models import Account, Actor
from configurator.db import Base, new_id, now
from configurator.projects.models import Project, Variant
from configurator.stores.models import Tenant


class Proposal(Base):
    """The variant as it stood at the edit `seq`, offered against `before`. A later proposal replaces this one."""

    __tablename__ = "proposal"
    __table_args__ = (UniqueConstraint("project_id", "n"),)

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    tenant_id: Mapped[str] = mapped_column(ForeignKey(Tenant.id))
    project_id: Mapped[str] = mapped_column(ForeignKey(Project.id))
    variant_id: Mapped[str] = mapped_column(ForeignKey(Variant.id))
    n: Mapped[int]
    seq: Mapped[int]
    note: Mapped[str]
    made_by: Mapped[str] = mapped_column(ForeignKey(Account.id))
    made_at: Mapped[datetime] = mapped_column(default=now)
    replaced_at: Mapped[datetime | None]
    before: Mapped[str]
    after: Mapped[str]

    project: Mapped[Project] = relationship(lazy="joined")
    variant: Mapped[Variant] = relationship(lazy="joined")
    maker: Mapped[Account] = relationship()
    items: Mapped[list[ProposalItem]] = relationship(order_by="ProposalItem.n", back_populates="proposal")


class ProposalItem(Base):
    """One change, as it was said. `state` is waiting, accepted or declined; `paths`, JSON, lists what it touches."""

    __tablename__ = "proposal_item"
    __table_args__ = (UniqueConstraint("proposal_id", "n"),)

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    tenant_id: Mapped[str] = mapped_column(ForeignKey(Tenant.id))
    proposal_id: Mapped[str] = mapped_column(ForeignKey(Proposal.id))
    n: Mapped[int]
    kind: Mapped[str]
    paths: Mapped[str]
    text_pl: Mapped[str]
    text_en: Mapped[str]
    level: Mapped[str | None]
    x: Mapped[int | None]
    y: Mapped[int | None]
    state: Mapped[str] = mapped_column(default="waiting")
    decided_by: Mapped[str | None] = mapped_column(ForeignKey(Actor.id))
    decided_at: Mapped[datetime | None]

    proposal: Mapped[Proposal] = relationship(back_populates="items")
    comments: Mapped[list[Comment]] = relationship(order_by="Comment.at", back_populates="item")

    def text(self, language: str) -> str:
        return self.text_en if language == "en" else self.text_pl


class Comment(Base):
    """What somebody says about one change; only staff are named."""

    __tablename__ = "comment"
    __table_args__ = (Index(None, "item_id"),)

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    tenant_id: Mapped[str] = mapped_column(ForeignKey(Tenant.id))
    item_id: Mapped[str] = mapped_column(ForeignKey(ProposalItem.id))
    actor_id: Mapped[str] = mapped_column(ForeignKey(Actor.id))
    role: Mapped[str]
    name: Mapped[str]
    text: Mapped[str]
    at: Mapped[datetime] = mapped_column(default=now)

    item: Mapped[ProposalItem] = relationship(back_populates="comments")

"""Terms being written, a retailer's history from files, and terms tried on the past."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Date, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from configurator.accounts.models import Account
from configurator.db import Base, new_id, now
from configurator.offers.models import Publication, PublishedTerms
from configurator.stores.models import Tenant


class TermsDraft(Base):
    """Terms not yet published: `body` is JSON that may still be wrong, as it was typed.

    `version` grows with every change, so that nobody overwrites what another has written meanwhile. `asked_by` wants
    it published as it is, from `valid_from` on (the store's calendar; None at once); `note` is why it was sent back.
    """

    __tablename__ = "terms_draft"
    __table_args__ = (Index(None, "tenant_id", "changed_at"),)

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    tenant_id: Mapped[str] = mapped_column(ForeignKey(Tenant.id))
    origin_id: Mapped[str | None] = mapped_column(ForeignKey(PublishedTerms.id))
    body: Mapped[str]
    version: Mapped[int] = mapped_column(default=1)
    changed_by: Mapped[str] = mapped_column(ForeignKey(Account.id))
    changed_at: Mapped[datetime] = mapped_column(default=now)
    asked_by: Mapped[str | None] = mapped_column(ForeignKey(Account.id))
    valid_from: Mapped[date | None] = mapped_column(Date)
    note: Mapped[str] = mapped_column(default="")

    origin: Mapped[PublishedTerms | None] = relationship()
    changer: Mapped[Account] = relationship(foreign_keys=changed_by)
    asker: Mapped[Account | None] = relationship(foreign_keys=asked_by)


class PastFile(Base):
    """A file of a retailer's services from before; it counts once a manager has taken it in."""

    __tablename__ = "past_file"
    __table_args__ = (Index(None, "tenant_id"),)

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    tenant_id: Mapped[str] = mapped_column(ForeignKey(Tenant.id))
    name: Mapped[str]
    sha: Mapped[str]
    rows: Mapped[int]
    first_day: Mapped[date] = mapped_column(Date)
    last_day: Mapped[date] = mapped_column(Date)
    brought_by: Mapped[str] = mapped_column(ForeignKey(Account.id))
    brought_at: Mapped[datetime] = mapped_column(default=now)
    taken_at: Mapped[datetime | None]

    bringer: Mapped[Account] = relationship(lazy="joined")


class PastRow(Base):
    """A service from before: when, what was charged, and its facts as JSON. It names nobody."""

    __tablename__ = "past_row"
    __table_args__ = (Index(None, "file_id"),)

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    tenant_id: Mapped[str] = mapped_column(ForeignKey(Tenant.id))
    file_id: Mapped[str] = mapped_column(ForeignKey(PastFile.id))
    line: Mapped[int]
    at: Mapped[datetime]
    listed_gr: Mapped[int | None]
    charged_gr: Mapped[int]
    facts: Mapped[str]


class BacktestRun(Base):
    """Terms tried on all of the past by a worker: how far it is, and the report (JSON) when it is done.

    `before_body` is empty when what was really charged is what they are held against. `publication_id` waits for the
    report.
    """

    __tablename__ = "backtest_run"
    __table_args__ = (Index(None, "tenant_id", "after_sha"),)

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    tenant_id: Mapped[str] = mapped_column(ForeignKey(Tenant.id))
    before_sha: Mapped[str]
    after_sha: Mapped[str]
    before_body: Mapped[str]
    after_body: Mapped[str]
    asked_at: Mapped[datetime] = mapped_column(default=now)
    done: Mapped[int] = mapped_column(default=0)
    total: Mapped[int] = mapped_column(default=0)
    report: Mapped[str] = mapped_column(default="")
    publication_id: Mapped[str | None] = mapped_column(ForeignKey(Publication.id))


class PublicationReport(Base):
    """What a publication was said to change, as whoever published it could read. Never changed.

    `body` is canonical JSON: sums, hashes of the terms, when, how many services; of a service no more than its id.
    """

    __tablename__ = "publication_report"

    publication_id: Mapped[str] = mapped_column(ForeignKey(Publication.id), primary_key=True)
    tenant_id: Mapped[str] = mapped_column(ForeignKey(Tenant.id))
    at: Mapped[datetime] = mapped_column(default=now)
    body: Mapped[str]

"""Samples on the shelf: counted per paint and kind where the retailer counts them, unlimited where nobody does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sqlalchemy import Select, select, tuple_, update
from sqlalchemy.orm import Session

from configurator.csv_rows import cells_of, delimiter_of
from configurator.db import insert_into, now
from configurator.errors import Conflict, Refused
from configurator.orders.models import SampleStock
from samples.deck import Deck
from samples.fault import Fault
from samples.order import KINDS, Line

Place = tuple[str, str]
"""Paint and kind."""
MOST_PIECES = 100_000
MOST_ROWS = 5_000


def hold(session: Session, tenant_id: str, lines: Iterable[Line]) -> None:
    """Wait for whoever else takes the same samples, in one order for all."""
    wanted = _of(tenant_id, lines).order_by(SampleStock.paint, SampleStock.kind)
    session.execute(wanted.with_for_update().execution_options(populate_existing=True)).all()


def faults(session: Session, tenant_id: str, lines: Sequence[Line]) -> Iterator[Fault]:
    """The lines of which less is left than is asked."""
    left = _left(session, tenant_id, lines)
    for line in lines:
        pieces = left.get((line.paint, line.kind))
        if pieces is not None and pieces < line.count:
            name = "too_few_left" if pieces else "sold_out"
            yield Fault("lines", name, paint=line.paint, kind=line.kind, left=pieces)


def take(session: Session, tenant_id: str, lines: Iterable[Line]) -> None:
    """Off the shelf, each by one guarded statement; Conflict `sold_out` where the caller has not held them."""
    for line in lines:
        _count(session, tenant_id, line, -line.count)


def give_back(session: Session, tenant_id: str, lines: Iterable[Line]) -> None:
    for line in lines:
        _count(session, tenant_id, line, line.count)


def counted(session: Session, tenant_id: str) -> Sequence[SampleStock]:
    """What is counted, the least first."""
    wanted = select(SampleStock).where(SampleStock.tenant_id == tenant_id)
    return session.scalars(wanted.order_by(SampleStock.pieces, SampleStock.paint, SampleStock.kind)).all()


def put(session: Session, tenant_id: str, text: str, deck: Deck) -> int:
    """Take in a table, `code;kind;pieces` a line (a dash: no longer counted); how many lines. Refused with the line."""
    rows = [line for line in text.splitlines() if line.strip()]
    if len(rows) > MOST_ROWS:
        raise Refused("stock_rows", path="table", most=MOST_ROWS)
    for number, row in enumerate(rows, start=1):
        told = [cell.strip() for cell in cells_of(row, delimiter_of(row))]
        paint, kind, pieces = (*told, "", "", "")[:3]
        if paint not in deck:
            raise Refused("stock_paint", path=f"row {number}", row=number, code=paint[:60])
        if kind not in KINDS:
            raise Refused("stock_kind", path=f"row {number}", row=number, kinds=", ".join(KINDS))
        _put(session, tenant_id, (paint, kind), pieces, number)
    return len(rows)


def _put(session: Session, tenant_id: str, place: Place, typed: str, number: int) -> None:
    key = {"tenant_id": tenant_id, "paint": place[0], "kind": place[1]}
    if typed in ("-", "–"):
        if (found := session.get(SampleStock, tuple(key.values()))) is not None:
            session.delete(found)
        return
    if not (typed.isascii() and typed.isdigit() and len(typed) < 7 and int(typed) <= MOST_PIECES):
        raise Refused("stock_pieces", path=f"row {number}", row=number, most=MOST_PIECES)
    row = key | {"pieces": int(typed), "changed_at": now()}
    written = insert_into(session, SampleStock).values(row)
    changed = {"pieces": int(typed), "changed_at": now()}
    session.execute(written.on_conflict_do_update(index_elements=["tenant_id", "paint", "kind"], set_=changed))


def _left(session: Session, tenant_id: str, lines: Iterable[Line]) -> Mapping[Place, int]:
    found = session.scalars(_of(tenant_id, lines).execution_options(populate_existing=True))
    return {(row.paint, row.kind): row.pieces for row in found}


def _count(session: Session, tenant_id: str, line: Line, more: int) -> None:
    after = SampleStock.pieces + more
    where = (SampleStock.tenant_id == tenant_id, SampleStock.paint == line.paint, SampleStock.kind == line.kind)
    changed = session.execute(
        update(SampleStock).where(*where, after >= 0).values(pieces=after).execution_options(synchronize_session=False)
    )
    if not changed.rowcount and session.scalar(select(SampleStock.paint).where(*where)):  # type: ignore[attr-defined] # an UPDATE has it
        raise Conflict("sold_out")


def _of(tenant_id: str, lines: Iterable[Line]) -> Select[SampleStock]:
    places = [(line.paint, line.kind) for line in lines]
    return select(SampleStock).where(
        SampleStock.tenant_id == tenant_id, tuple_(SampleStock.paint, SampleStock.kind).in_(places)
    )

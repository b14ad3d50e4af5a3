"""What the page of 3D models shows of a file that was read, and what of it a manager has chosen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from configurator.errors import Refused
from configurator.i18n import has_words, language, translate
from configurator.imports.desk import Form
from configurator.product_models.models import ModelFile
from configurator.product_models.piece import ReadPiece, Report
from configurator.product_models.service import Wanted
from configurator.products import catalogue
from configurator.products.kind_names import kind_named
from configurator.products.models import Product
from configurator.products.table import MOST_SKU, read_price_gr
from configurator.stores.models import Tenant
from rooms.fields import CONTROL
from rooms.kinds import KINDS


@dataclass(frozen=True)
class Row:
    """A piece as the page shows it; `product` is the one that its number names already."""

    piece: ReadPiece
    is_chosen: bool
    sku: str
    kind: str
    price: str
    product: Product | None
    notes: Sequence[str]


@dataclass(frozen=True)
class Shown:
    """A file that was read: what can be taken, and what cannot, with the reason."""

    report: Report
    rows: Sequence[Row]
    refused: Sequence[ReadPiece]
    before: int
    after: int
    bytes: int


def shown(session: Session, tenant: Tenant, file: ModelFile, form: Form | None = None) -> Shown:
    """`form` is what was typed and refused."""
    report = Report.unpacked(file.report)
    good = [one for one in report.pieces if one.refused is None]
    skus = {one.number: form.get(f"sku-{one.number}", "") if form else own_sku(one) for one in good}
    known = catalogue.by_skus(session, tenant.id, skus.values())
    rows = [_row(one, skus[one.number], known.get(skus[one.number]), form) for one in good]
    return Shown(
        report,
        rows,
        [one for one in report.pieces if one.refused is not None],
        sum(one.before for one in good),
        sum(one.after for one in good),
        sum(one.bytes for one in good),
    )


def chosen(form: Form, report: Report) -> list[Wanted]:
    """The pieces that are ticked, with what was typed for them; Refused at the field, with the piece's name."""
    ticked = set(form.getlist("take"))
    return list(_wanted(form, [one for one in report.pieces if str(one.number) in ticked]))


def own_sku(piece: ReadPiece) -> str:
    """The number that the piece proposes for its product: its name in the library, without the maker's."""
    return CONTROL.sub("", piece.catalog_id.rpartition("#")[2])[:MOST_SKU]


def kind_word(kind: str) -> str:
    return KINDS[kind].names[language()].one


def note_text(reason: str, what: str) -> str:
    return translate(f"product_models.note_{reason}", what=what)


def _row(piece: ReadPiece, sku: str, product: Product | None, form: Form | None) -> Row:
    number = piece.number
    notes = [note_text(reason, what) for reason, what in piece.notes if has_words(f"product_models.note_{reason}")]
    if product and product.size and product.size != piece.size:
        notes.append(translate("product_models.note_product_size", what=" × ".join(map(str, product.size))))
    return Row(
        piece,
        str(number) in form.getlist("take") if form else not piece.is_of_openings,
        sku,
        form.get(f"kind-{number}", "") if form else kind_word(piece.kind),
        form.get(f"price-{number}", "") if form else "",
        product,
        notes,
    )


def _wanted(form: Form, pieces: Sequence[ReadPiece]) -> Iterator[Wanted]:
    for one in pieces:
        sku = CONTROL.sub("", form.get(f"sku-{one.number}", "")).strip()
        kind = kind_named(form.get(f"kind-{one.number}", "").strip() or one.kind)
        price = form.get(f"price-{one.number}", "").strip()
        if len(sku) > MOST_SKU:
            raise Refused("too_long", path=f"sku-{one.number}", most=MOST_SKU)
        if kind is None:
            raise Refused("kind_not_named", path=f"kind-{one.number}", name=form[f"kind-{one.number}"][:60])
        try:
            price_gr = read_price_gr(price) if price else None
        except Refused as refused:
            raise Refused("model_price", path=f"price-{one.number}", name=one.name_pl) from refused
        yield Wanted(one, sku, kind, price_gr)

"""What the page of a file of products shows: its columns, what each says, and what taking it in would do."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO

from sqlalchemy.orm import Session

from configurator.errors import Refused
from configurator.files import Files
from configurator.i18n import language, money, translate
from configurator.imports import waiting
from configurator.imports.desk import Form
from configurator.imports.sheet import Sheet
from configurator.products import bringing, mapping
from configurator.products.importing import SAID_AS, Change, Plan
from configurator.products.kind_names import guess, kind_named
from configurator.products.mapping import FIELDS, FOR_ALL, SIZES, UNITS, Source
from configurator.products.models import ProductFile
from configurator.products.table import Line
from configurator.stores.models import Tenant
from rooms.kinds import KINDS

EXAMPLES = 10
EXAMPLES_OF_KIND = 3
MOST_WRONG = 50
MOST_CATEGORIES = 40
NOT_DRAWN = "-"


@dataclass(frozen=True)
class Column:
    """A column of the file: an example of what stands in it, and the choice that is made for it."""

    name: str
    example: str
    chosen: str


@dataclass(frozen=True)
class Category:
    """A category of the file: how many products, the kind typed for it, and the kind mostly guessed."""

    name: str
    products: int
    typed: str
    guessed: str


@dataclass(frozen=True)
class Wrong:
    """A row that stays out; `column` as the file calls it."""

    number: int
    sku: str
    column: str
    text: str


@dataclass(frozen=True)
class Guessed:
    """A kind that was guessed: for how many products that had none, and what some of them are called."""

    kind: str
    products: int
    names: Sequence[str]


@dataclass(frozen=True)
class Tried:
    """The dry run; `from_` tells how many products get a kind from where."""

    plan: Plan
    digest: str
    wrong: Sequence[Wrong]
    kinds: Sequence[Guessed]
    from_: Mapping[str, int]


@dataclass(frozen=True)
class Brought:
    """All that the page shows of a file that waits; `missing` are needed fields that no column says."""

    file: ProductFile
    sheet: Sheet
    columns: Sequence[Column]
    for_all: Mapping[str, str]
    categories: Sequence[Category]
    guesses_kinds: bool
    retires: bool
    missing: Sequence[str]
    tried: Tried | None


def brought(session: Session, files: Files, tenant: Tenant, file: ProductFile, form: Form | None = None) -> Brought:
    """`form` is what was typed and refused."""
    sheet, mapped = waiting.sheet_of(files, file), bringing.mapping_of(file)
    missing = mapped.missing()
    lines, tried = _tried(session, tenant, file, sheet) if not missing else ([], None)
    there = {source.column: name for name, source in mapped.sources.items() if source.column}
    return Brought(
        file=file,
        sheet=sheet,
        columns=_columns(sheet, mapped, there, form),
        for_all={
            name: form.get(f"all-{name}", "") if form else mapped.sources.get(name, Source()).constant
            for name in FOR_ALL
            if form or name not in there.values()
        },
        categories=_categories(lines, mapped, form),
        guesses_kinds="guesses" in form if form else mapped.guesses_kinds,
        retires="retires" in form if form else file.retires,
        missing=missing,
        tried=tried,
    )


def choices() -> list[str]:
    """What may be chosen for a column: a field, a size with the unit of its numbers."""
    return [choice for name in FIELDS for choice in ([f"{name}:{unit}" for unit in UNITS] if name in SIZES else [name])]


def chosen(form: Form, header: Sequence[str]) -> mapping.Mapping:
    """The mapping that the form tells; Refused `mapping_twice`, `kind_not_named`."""
    sources: dict[str, Source] = {}
    for place, column in enumerate(header):
        choice = form.get(f"column-{place}", "")
        name, _, unit = choice.partition(":")
        if choice not in choices():
            continue
        if name in sources:
            raise Refused("mapping_twice", path=f"column-{place}", columns=f"{sources[name].column}, {column}")
        sources[name] = Source(column, unit=unit or "mm")
    for name in FOR_ALL:
        typed = " ".join(form.get(f"all-{name}", "").split())[: mapping.MOST_CONSTANT]
        if typed and name not in sources:
            sources[name] = Source(constant=typed)
    return mapping.Mapping(sources, dict(_kinds(form)), "guesses" in form)


def kind_names() -> list[str]:
    """Every kind's name in the visitor's language."""
    return sorted(kind.names[language()].one for kind in KINDS.values())


def kind_word(kind: str) -> str:
    return KINDS[kind].names[language()].one


def changes(change: Change) -> Iterator[tuple[str, str, str]]:
    """Which fields change, from what to what, in words; a size is one field, and words to search by are none."""
    told = []
    for name, after in change.fields.items():
        if name == "retired_at":
            yield translate("importing.comes_back"), "", ""
        elif name in SIZES and "size" not in told:
            told.append("size")
            yield translate("importing.size"), _size(change.product.size), _size(change.row.size)
        elif name not in SIZES:
            before = getattr(change.product, name)
            yield translate(f"importing.field_{SAID_AS.get(name, name)}"), _value(name, before), _value(name, after)


def wrong_rows(sheet: Sheet, wrong: Sequence[Wrong]) -> str:
    """The rows that stay out as CSV, the reason beside, for a spreadsheet in Polish."""
    cells = {row.number: row.cells for row in sheet.rows}
    text = StringIO()
    table = csv.writer(text, delimiter=";")
    table.writerow([translate(f"importing.wrong_{name}") for name in ("row", "column", "why")] + list(sheet.header))
    for one in wrong:
        told = cells.get(one.number, {})
        table.writerow([one.number, one.column, one.text, *(told.get(name, "") for name in sheet.header)])
    return "\ufeff" + text.getvalue()


def wrong_of(file: ProductFile, lines: Sequence[Line], plan: Plan) -> list[Wrong]:
    """Every row that stays out."""
    mapped, skus = bringing.mapping_of(file), {line.number: line.sku for line in lines}
    return [
        Wrong(number, skus.get(number, ""), mapped.column_of(refused.path), refused.text)
        for number, refused in plan.refused
    ]


def _tried(session: Session, tenant: Tenant, file: ProductFile, sheet: Sheet) -> tuple[Sequence[Line], Tried]:
    lines, plan, digest = bringing.tried(session, tenant, file, sheet)
    new = {row.sku for row in plan.added} | {one.row.sku for one in plan.changed if "kind" in one.fields}
    rows = [(line.kind_from, line.row) for line in lines if line.row and line.sku in new]
    names: dict[str, list[str]] = {}
    for kind_from, row in rows:
        if row.kind and kind_from == "name":
            names.setdefault(kind_word(row.kind), []).append(row.name_pl)
    kinds = [Guessed(kind, len(told), told[:EXAMPLES_OF_KIND]) for kind, told in names.items()]
    from_ = Counter(kind_from for kind_from, _ in rows)
    wrong = wrong_of(file, lines, plan)
    return lines, Tried(plan, digest, wrong, sorted(kinds, key=lambda one: -one.products), from_)


def _columns(sheet: Sheet, mapped: mapping.Mapping, there: Mapping[str, str], form: Form | None) -> list[Column]:
    """Those that say something of a product first."""
    examples: dict[str, str] = {}
    for row in sheet.rows[:200]:
        examples = {**row.cells, **examples}
    found = []
    for place, column in enumerate(sheet.header):
        name = there.get(column, "")
        choice = f"{name}:{mapped.sources[name].unit}" if name in SIZES else name
        found.append(Column(column, examples.get(column, "")[:80], form.get(f"column-{place}", "") if form else choice))
    return found


def _categories(lines: Sequence[Line], mapped: mapping.Mapping, form: Form | None) -> list[Category]:
    """The largest ones, with what is guessed for most of their products."""
    guesses: dict[str, Counter[str | None]] = {}
    for line in lines:
        if line.row and line.row.category and line.kind_from != "file":
            name = line.row.category
            guesses.setdefault(name, Counter())[guess(line.row.name_pl, name)] += 1
    largest = sorted(guesses.items(), key=lambda one: (-one[1].total(), one[0]))[:MOST_CATEGORIES]
    typed = dict(zip(form.getlist("category"), form.getlist("kind"), strict=False)) if form else {}
    found = []
    for name, told in largest:
        likely = told.most_common(1)[0][0]
        kind = mapped.kinds.get(name)
        held = "" if kind is None else (kind_word(kind) if kind else NOT_DRAWN)
        found.append(Category(name, told.total(), typed.get(name, held), kind_word(likely) if likely else ""))
    return found


def _kinds(form: Form) -> Iterator[tuple[str, str]]:
    for category, typed in zip(form.getlist("category"), form.getlist("kind"), strict=False):
        name = typed.strip()
        if not name:
            continue
        kind = "" if name == NOT_DRAWN else kind_named(name)
        if kind is None:
            raise Refused("kind_not_named", path="kind", name=name[:60])
        yield category, kind


def _size(size: tuple[int, int, int] | None) -> str:
    return f"{' × '.join(map(str, size))} mm" if size else translate("importing.nothing")


def _value(name: str, value: object) -> str:
    if value is None or value == "":
        return translate("importing.nothing")
    if name == "price_gr" and isinstance(value, int):
        return money(value)
    if name == "kind":
        return kind_word(str(value)) if value in KINDS else str(value)
    if name == "unit":
        return translate(f"importing.unit_{value}")
    return f"{int(str(value)) / 10_000:g}" if name == "pack_cm2" else str(value)

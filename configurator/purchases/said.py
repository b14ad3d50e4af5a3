"""What the desk or a till says of a purchase or a return, read and refused with the field's place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import Any

from configurator.db import now
from configurator.errors import Refused
from configurator.i18n import WARSAW, money
from configurator.money import read_grosze
from configurator.purchases.receipt_number import normal

FIELDS = {"project", "receipt", "till", "day", "amount_gr", "lines"}
LINE_FIELDS = {"name", "ean", "count", "amount_gr", "hundredths", "vat_percent", "category", "brand", "service"}
MOST_LINES = 200
MOST_NUMBER = 80
MOST_TILL = 40
MOST_NAME = 200
MOST_WORD = 60
MOST_COUNT = 100_000
MOST_GR = 1_000_000_00
OLDEST = timedelta(days=5 * 366)
EAN = re.compile(r"\d{8}|\d{12,14}", re.ASCII)
VAT = re.compile(r"(\d{1,2}) ?%", re.ASCII)
USUAL = {"hundredths": None, "vat_percent": None, "category": "", "brand": "", "service": False}
DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


@dataclass(frozen=True)
class Line:
    """One line of a receipt; `amount_gr` is the gross price of all its pieces.

    `hundredths` are of the product's unit, where it is not sold by the piece; `service` is delivery, fitting and the
    like. What is None or empty was not told.
    """

    name: str
    amount_gr: int
    count: int = 1
    ean: str = ""
    hundredths: int | None = None
    vat_percent: int | None = None
    category: str = ""
    brand: str = ""
    service: bool = False

    def as_data(self) -> dict[str, Any]:
        """Without what was not told."""
        left_out = {name for name, usual in USUAL.items() if getattr(self, name) == usual}
        return {name: value for name, value in asdict(self).items() if name not in left_out}


@dataclass(frozen=True)
class Said:
    """A purchase, or a return on its receipt: `kind` says which. `amount_gr` is above zero in both."""

    kind: str
    receipt: str
    till: str
    day: date
    amount_gr: int
    lines: tuple[Line, ...] = ()

    def as_data(self) -> dict[str, Any]:
        return asdict(self) | {"day": self.day.isoformat(), "lines": [line.as_data() for line in self.lines]}


def read_json(data: object, kind: str) -> Said:
    """From a program's request; Refused with the path of the first field that is wrong, as in `lines/0/amount_gr`."""
    fields = _object(data, FIELDS, "")
    lines = tuple(_lines(fields.get("lines") or []))
    return Said(
        kind=kind,
        receipt=_receipt(fields.get("receipt")),
        till=_text(fields.get("till") or "", "till", MOST_TILL),
        day=_day(fields.get("day")),
        amount_gr=_total(fields.get("amount_gr"), lines),
        lines=lines,
    )


def read_form(form: Mapping[str, str], kind: str) -> Said:
    """From the desk's form: an amount in zlotys, or lines, each in a row of its own.

    A line is as in `Umywalka; 499,00`; between may stand the VAT rate and the code: `Umywalka; 23%; 2310…; 499`.
    """
    typed = [row for row in form.get("lines", "").splitlines() if row.strip()]
    rows = [_row(row, f"lines/{place}/amount_gr") for place, row in enumerate(typed)]
    amount_gr = read_grosze(form.get("amount_gr", ""), path="amount_gr")
    told = {name: form.get(name, "") for name in ("receipt", "till", "day")}
    return read_json(told | {"amount_gr": amount_gr, "lines": rows}, kind)


def today() -> date:
    """The day it is in the stores."""
    return now().astimezone(WARSAW).date()


def _receipt(value: object) -> str:
    text = _text(value or "", "receipt", MOST_NUMBER)
    if not normal(text):
        raise Refused("receipt_wanted", path="receipt")
    return text


def _day(value: object) -> date:
    if value in (None, ""):
        raise Refused("day_wanted", path="day")
    try:
        day = date.fromisoformat(value) if isinstance(value, str) and DAY.fullmatch(value) else None
    except ValueError:  # 30 February
        day = None
    if day is None:
        raise Refused("not_a_day", path="day")
    if day > today():
        raise Refused("day_to_come", path="day")
    if day < today() - OLDEST:
        raise Refused("day_long_ago", path="day")
    return day


def _total(value: object, lines: Sequence[Line]) -> int:
    added_gr = sum(line.amount_gr for line in lines)
    if value is None and not lines:
        raise Refused("amount_wanted", path="amount_gr")
    amount_gr = _amount(added_gr if value is None else value, "amount_gr")
    if lines and amount_gr != added_gr:
        raise Refused("lines_add_up_to", path="amount_gr", sum=money(added_gr))
    return amount_gr


def _amount(value: object, path: str) -> int:
    if type(value) is not int:
        raise Refused("not_a_whole_number", path=path)
    if value <= 0:
        raise Refused("above_zero", path=path)
    if value > MOST_GR:
        raise Refused("amount_too_large", path=path, most=money(MOST_GR))
    return value


def _lines(value: object) -> Iterator[Line]:
    if not isinstance(value, list):
        raise Refused("not_a_list", path="lines")
    if len(value) > MOST_LINES:
        raise Refused("too_many", path="lines", most=MOST_LINES)
    for place, data in enumerate(value):
        path = f"lines/{place}"
        fields = _object(data, LINE_FIELDS, f"{path}/")
        count = fields.get("count", 1)
        if type(count) is not int or not 1 <= count <= MOST_COUNT:
            raise Refused("out_of_range", path=f"{path}/count", least=1, most=MOST_COUNT)
        ean = _text(fields.get("ean") or "", f"{path}/ean", 14)
        if ean and not EAN.fullmatch(ean):
            raise Refused("not_an_ean", path=f"{path}/ean")
        name = _text(fields.get("name") or "", f"{path}/name", MOST_NAME)
        yield Line(
            name,
            _amount(fields.get("amount_gr"), f"{path}/amount_gr"),
            count,
            ean,
            _within(fields.get("hundredths"), f"{path}/hundredths", 1, MOST_COUNT * 100),
            _within(fields.get("vat_percent"), f"{path}/vat_percent", 0, 99),
            _text(fields.get("category") or "", f"{path}/category", MOST_WORD),
            _text(fields.get("brand") or "", f"{path}/brand", MOST_WORD),
            _flag(fields.get("service"), f"{path}/service"),
        )


def _within(value: object, path: str, least: int, most: int) -> int | None:
    if value is None:
        return None
    if type(value) is not int or not least <= value <= most:
        raise Refused("out_of_range", path=path, least=least, most=most)
    return value


def _flag(value: object, path: str) -> bool:
    if value is not None and type(value) is not bool:
        raise Refused("not_yes_or_no", path=path)
    return bool(value)


def _row(row: str, path: str) -> dict[str, Any]:
    name, *told, amount = [cell.strip() for cell in row.split(";")] if ";" in row else ["", row]
    amount_gr = read_grosze(amount, path=path) if name else None
    if amount_gr is None:
        raise Refused("not_a_line", path=path)
    found: dict[str, Any] = {"name": name, "amount_gr": amount_gr}
    for cell in told:
        if rate := VAT.fullmatch(cell):
            found["vat_percent"] = int(rate[1])
        elif EAN.fullmatch(cell):
            found["ean"] = cell
        else:
            found["name"] += f"; {cell}"
    return found


def _object(data: object, known: set[str], path: str) -> Mapping[str, Any]:
    if not isinstance(data, dict):
        raise Refused("not_an_object", path=path.rstrip("/"))
    if unknown := sorted(data.keys() - known):
        raise Refused("unknown_field", path=f"{path}{unknown[0][:MOST_NAME]}")
    return data


def _text(value: object, path: str, most: int) -> str:
    if not isinstance(value, str):
        raise Refused("not_a_text", path=path)
    text = " ".join(value.split())
    if len(text) > most:
        raise Refused("too_long", path=path, most=most)
    if not text.isprintable():
        raise Refused("unreadable_letters", path=path)
    return text

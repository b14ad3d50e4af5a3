"""Amounts as a manager types and reads them: zlotys, square metres, per cent, days, pieces."""

from __future__ import annotations

import re
from decimal import Decimal

from incentives.fact import Type

DECIMALS = {Type.MONEY: 2, Type.AREA: 6}
UNITS = {Type.MONEY: "zł", Type.AREA: "m²", Type.PERCENT: "%"}
TYPED = re.compile(r"(\d{1,12})(?:[.,](\d+))?", re.ASCII)


def read_amount(typed: str, type_: Type) -> int | str:
    """The whole number that terms hold (grosze, mm², days…); what is no such amount stays as it was typed."""
    bare = "".join(typed.split()).removesuffix(UNITS.get(type_, " "))
    found = TYPED.fullmatch(bare.removesuffix("PLN") if type_ is Type.MONEY else bare)
    places = DECIMALS.get(type_, 0)
    if found is None or len(found[2] or "") > places:
        return typed
    return int(found[1] + (found[2] or "").ljust(places, "0"))


def show_amount(value: object, type_: Type, language: str) -> str:
    """The amount for a field; what was typed wrong as it was."""
    if type(value) is not int:
        return value if isinstance(value, str) else ""
    places = DECIMALS.get(type_, 0)
    exact = f"{Decimal(value).scaleb(-places):f}" if places else str(value)
    exact = exact.rstrip("0").rstrip(".") if "." in exact else exact
    if type_ is Type.MONEY and "." in exact:
        exact = f"{Decimal(value).scaleb(-2):.2f}"
    return exact.replace(".", ",") if language == "pl" else exact

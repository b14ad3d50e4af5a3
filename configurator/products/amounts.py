"""How many of a product: typed, kept in hundredths of its unit, and told again."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from babel.numbers import format_decimal

from configurator.errors import Refused
from configurator.i18n import NO_BREAK, language, translate

UNITS = ("piece", "m2", "pack")
WHOLE = 100
USUAL_VAT_PERCENT = 23
"""Of what no catalogue tells a rate."""
MOST = 9_999 * WHOLE
TYPED = re.compile(r"\d{1,6}([.,]\d{1,2}0*)?", re.ASCII)


def read_quantity(typed: object, unit: str) -> int:
    """Hundredths of the unit, from a number or a text as `5,4`; only square metres have parts.

    Refused says what may be typed.
    """
    text = str(typed).strip() if isinstance(typed, int | float | str) and not isinstance(typed, bool) else ""
    hundredths = int(Decimal(text.replace(",", ".")) * WHOLE) if TYPED.fullmatch(text) else 0
    if not 0 < hundredths <= MOST or (unit != "m2" and hundredths % WHOLE):
        raise Refused(f"quantity_{unit}", path="quantity")
    return hundredths


def cost_gr(price_gr: int, hundredths: int) -> int:
    """The price of so many, half a grosz rounded up."""
    return (price_gr * hundredths + WHOLE // 2) // WHOLE


def vat_in(priced: Iterable[tuple[int | None, int]]) -> dict[int, int]:
    """The VAT that gross prices hold, in grosze by rate, half a grosz up; an unknown rate is the usual one."""
    gross: dict[int, int] = {}
    for rate, price_gr in priced:
        known = USUAL_VAT_PERCENT if rate is None else rate
        gross[known] = gross.get(known, 0) + price_gr
    return {rate: (2 * gr * rate + 100 + rate) // (2 * (100 + rate)) for rate, gr in sorted(gross.items())}


def number(hundredths: int, lang: str | None = None) -> str:
    """As in `5,4` and `2`, without the unit."""
    return str(format_decimal(Decimal(hundredths) / WHOLE, "#,##0.##", locale=lang or language()))


def in_units(hundredths: int, unit: str, lang: str | None = None) -> str:
    """As in `2 szt.` and `5,4 m²`."""
    return f"{number(hundredths, lang)}{NO_BREAK}{translate(f'products.unit_{unit}', lang=lang)}"

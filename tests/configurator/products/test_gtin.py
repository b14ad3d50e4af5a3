"""EAN codes: their lengths, their check digit, and how they are told again."""

import pytest
from flask import Flask

from configurator.errors import Refused
from configurator.products.gtin import looks_like_gtin, read_gtin, shown


@pytest.mark.parametrize(
    ("typed", "kept", "told"),
    [
        ("4006381333931", "04006381333931", "4006381333931"),
        ("400-6381 333931", "04006381333931", "4006381333931"),
        ("96385074", "00000096385074", "96385074"),
        ("036000291452", "00036000291452", "0036000291452"),
        ("14006381333938", "14006381333938", "14006381333938"),
    ],
    ids=["13 digits", "with separators", "8 digits", "12 digits", "14 digits"],
)
def test_a_code_is_kept_in_fourteen_digits_and_told_as_printed(typed: str, kept: str, told: str) -> None:
    assert (read_gtin(typed), shown(read_gtin(typed))) == (kept, told)


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("4006381333932", "ean_digit"),
        ("400638133393", "ean_digit"),
        ("40063813", "ean_digit"),
        ("1", "ean_length"),
        ("", "ean_length"),
        ("9" * 10_000, "ean_length"),
        ("４００６３８１３３３９３１", "ean_length"),
        ("=CMD()", "ean_length"),
    ],
)
def test_a_code_with_a_mistake_is_refused_in_words(app: Flask, typed: str, reason: str) -> None:
    with pytest.raises(Refused) as refused, app.test_request_context():
        read_gtin(typed)
    assert refused.value.reason == reason
    assert refused.value.text


def test_words_and_sizes_are_no_codes() -> None:
    assert not any(map(looks_like_gtin, ("umywalka 60", "60x60", "600", "SL-1007", "")))

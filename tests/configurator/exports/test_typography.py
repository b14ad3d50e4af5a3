"""What a printer keeps together at the end of a line."""

import pytest

from configurator.exports.typography import typeset


@pytest.mark.parametrize(
    ("plain", "set_"),
    [
        ("Kolory i płytki", "Kolory i\xa0płytki"),
        ("okna i w nich", "okna i\xa0w\xa0nich"),
        ("2 500 zł", "2\xa0500\xa0zł"),
        ("od 120 cm", "od 120\xa0cm"),
        ("12 m² z litra", "12\xa0m² z\xa0litra"),
        ("tel. 12 000 00 12", "tel. 12\xa0000 00 12"),
        ("A4 i", "A4 i"),
    ],
)
def test_short_words_and_units_stay_with_their_neighbours(plain: str, set_: str) -> None:
    assert typeset(plain) == set_

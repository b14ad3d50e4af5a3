"""The shopping list of the PDF prints products with numbers, codes, prices and their sum."""

from datetime import date

import pytest

from configurator.exports.pages.shopping import Line, context
from configurator.products.shopping import Line as Listed
from configurator.products.shopping import Sold
from rooms.models.silhouette import Outlines
from rooms.things.body import Body
from tests.configurator.exports.subjects import room, subject

NAMES = {"pl": "Sofa Spokój", "en": "Sofa Spokój, calm"}
SOFA = Sold("p1", "DM-1", "2320000000133", NAMES, (2000, 900, 800), 199_900, "piece", current=True, priced_on=None)
TILE = Sold(
    "p2", "P-1", "", {"pl": "Płytka", "en": "Tile"}, None, 89_90, "m2", current=False, priced_on=date(2026, 11, 12)
)


def printed(*products: Listed, language: str = "pl") -> tuple[list[Line], str]:
    """The lines that have a price, and the sum of the page."""
    made = context(subject(room() | {"finishes": {}}, language, products=products))
    assert made is not None
    lines = [line for group in made["groups"] for line in group.lines if line.price_gr is not None]
    return lines, made["total"].replace("\u00a0", " ")


def test_a_plan_alone_prints_its_snapshot_with_the_day_of_the_price() -> None:
    [sofa], total = printed()
    assert "DM-1" in sofa.product
    assert "cena z 01.11.2026" in sofa.product.replace("\u00a0", " ")
    assert total == "2 499,99 zł"


def test_what_is_sold_prints_todays_price_and_code() -> None:
    [sofa], total = printed(Listed(SOFA, drawn=1, listed=0, version=0, by=""))
    assert "EAN 2320000000133" in sofa.product.replace("\u00a0", " ")
    assert "cena z" not in sofa.product
    assert total == "1 999 zł"


@pytest.mark.parametrize(("language", "count", "name"), [("pl", "5,4 m²", "Płytka"), ("en", "5.4 m²", "Tile")])
def test_what_is_only_listed_has_a_group_of_its_own(language: str, count: str, name: str) -> None:
    lines, _ = printed(Listed(TILE, drawn=0, listed=540, version=1, by=""), language=language)
    assert [(line.name, line.count.replace("\u00a0", " "), line.price_gr) for line in lines][1:] == [
        (name, count, 485_46)
    ]


def test_what_is_drawn_and_listed_is_not_counted_twice() -> None:
    lines, total = printed(Listed(SOFA, drawn=1, listed=300, version=1, by=""))
    assert [line.count.replace("\u00a0", " ") for line in lines] == ["1", "2 szt."]
    assert total == "5 997 zł"


def test_whose_the_3d_model_is_stands_beside_the_product() -> None:
    body = Body((2000, 900, 800), Outlines([], [], [], []), "Anna Nowak", "CC BY 4.0")
    made = context(subject(room() | {"finishes": {}}, bodies={"DM-1": body}))
    assert made is not None
    told = [line.product.replace("\u00a0", " ") for group in made["groups"] for line in group.lines]
    assert any("Model 3D: Anna Nowak, licencja CC BY 4.0" in one for one in told)

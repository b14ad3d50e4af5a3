"""The page *Lista zakupów*: found, scanned, counted and taken off by plain forms."""

import re

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from tests.configurator.people import BATHROOMS, Guest, guest, staff
from tests.configurator.products.picking import TAP, TILE, WC, draw, listed, put

KEY = "a-key-of-some-letters-{}"


def press(owner: Guest, button: str, key: int = 1, **fields: str) -> TestResponse:
    form = {"press": button, "key": KEY.format(key)} | fields
    return owner.client.post(f"/s/{BATHROOMS}/p/{owner.code}/products", data=form)


def page(owner: Guest, query: str = "", **headers: str) -> str:
    return owner.client.get(f"/s/{BATHROOMS}/p/{owner.code}/products{query}", headers=headers).text


def test_a_scanner_types_digits_and_enter_and_the_product_is_there(app: Flask) -> None:
    owner = guest(app, BATHROOMS)
    ean = owner.client.get(f"/api/v1/stores/{BATHROOMS}/products?q={TAP}").json["products"][0]["ean"]
    answer = press(owner, "find", sought=ean)
    assert answer.location.endswith(f"?added={TAP}")
    assert "Dodane: Bateria umywalkowa" in page(owner, f"?added={TAP}")


def test_words_only_search(app: Flask) -> None:
    owner = guest(app, BATHROOMS)
    answer = press(owner, "find", sought="płytki 60x60")
    assert "?q=p%C5%82ytki%2060x60" in answer.location
    assert "Płytka podłogowa Skała" in page(owner, "?q=płytki 60x60")
    assert listed(owner.client, owner.project_id) == []


def test_pressing_twice_adds_once(app: Flask) -> None:
    owner = guest(app, BATHROOMS)
    for _ in range(2):
        press(owner, "add", sku=TAP)
    assert listed(owner.client, owner.project_id)[0]["quantity"] == 1


def test_more_less_typed_and_removed(app: Flask) -> None:
    owner = guest(app, BATHROOMS)
    [line] = put(owner.client, owner.project_id, TILE).json["lines"]
    said = {"product": line["product"]}
    steps = [("set", "5,4", 5.4), ("more", "5,4", 6.4), ("less", "6,4", 5.4), ("remove", "", None)]
    for key, (button, typed, wanted) in enumerate(steps):
        press(owner, button, key, quantity=typed, version=str(line["version"] + key), **said)
        assert [one["quantity"] for one in listed(owner.client, owner.project_id)] == ([wanted] if wanted else [])


def test_more_of_a_drawn_product_may_be_wanted_but_not_fewer(app: Flask) -> None:
    owner = guest(app, BATHROOMS)
    draw(owner, "iaa")
    draw(owner, "ibb")
    [line] = listed(owner.client, owner.project_id)
    said = {"product": line["product"], "version": "0"}
    assert press(owner, "more", 1, quantity="2", **said).status_code == 303
    assert listed(owner.client, owner.project_id)[0]["quantity"] == 3
    refused = press(owner, "set", 2, quantity="1", product=line["product"], version="1")
    assert refused.status_code == 400
    assert "Na planie stoi ich więcej (2)" in refused.text


@pytest.mark.parametrize(
    ("sought", "status", "said"),
    [
        ("4006381333932", 400, "ostatnia cyfra się nie zgadza"),
        ("4006381333931", 404, "nie ma w ofercie"),
    ],
)
def test_a_code_that_does_not_do_is_told_and_kept_in_the_field(app: Flask, sought: str, status: int, said: str) -> None:
    answer = press(guest(app, BATHROOMS), "find", sought=sought)
    assert answer.status_code == status
    assert said in answer.text
    assert f'value="{sought}"' in answer.text


@pytest.mark.parametrize("sought", ["9" * 10_000, "<script>alert(1)</script>", "=CMD()", "\u0000"])
def test_hostile_words_are_only_words(app: Flask, sought: str) -> None:
    owner = guest(app, BATHROOMS)
    answer = owner.client.get(press(owner, "find", sought=sought).location.split("#")[0])
    assert answer.status_code == 200
    assert "<script>alert" not in answer.text


def test_staff_are_told_that_they_pick_for_the_customer(app: Flask) -> None:
    owner = guest(app, BATHROOMS)
    designer = staff(app, BATHROOMS)
    url = f"/s/{BATHROOMS}/p/{owner.code}/products"
    designer.post(url, data={"press": "add", "sku": TAP, "key": KEY.format(1)})
    assert "Wybierasz dla klienta" in designer.get(url).text
    assert re.search(r"Dodaje salon: \w+", page(owner))
    card = designer.get(f"/s/{BATHROOMS}/desk/p/{owner.code}").text
    assert "1 produkt, razem 289" in card


def test_who_may_only_look_has_no_buttons(app: Flask) -> None:
    owner = guest(app, BATHROOMS)
    put(owner.client, owner.project_id, WC)
    link = owner.client.post(f"/api/v1/projects/{owner.project_id}/links", json={"role": "viewer"}).json
    family = app.test_client()
    family.post(link["path"], data={"token": link["token"]})
    shown = family.get(f"/s/{BATHROOMS}/p/{owner.code}/products").text
    assert "Miska WC wisząca Nurt" in shown
    assert "press" not in shown


def test_the_page_speaks_english(app: Flask) -> None:
    owner = guest(app, BATHROOMS)
    put(owner.client, owner.project_id, TAP)
    assert "Basin tap Strumień" in page(owner, "?lang=en")


def test_the_sum_tells_the_vat_in_it(app: Flask) -> None:
    owner = guest(app, BATHROOMS)
    put(owner.client, owner.project_id, WC)
    assert "w tym VAT 23%: 222,52" in page(owner, **{"Accept-Language": "pl"})

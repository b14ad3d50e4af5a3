"""Without a network the studio still has the retailer's own colours."""

from __future__ import annotations

from flask import Flask

from tests.configurator.decks.bringing import own_deck
from tests.configurator.people import KRAKOW, guest, staff


def test_the_kept_page_names_the_retailers_colours_and_no_others(app: Flask) -> None:
    owner = guest(app)
    address = f"/s/{KRAKOW}/p/{owner.code}"
    assert "Offline-Files" not in owner.client.get(address).headers
    own_deck(staff(app, role="manager"))
    named = owner.client.get(address).headers["Offline-Files"]
    assert named.startswith(f"/catalogue/{KRAKOW}/deck-")
    colours = owner.client.get(named)
    assert colours.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert [row[0] for row in colours.json["paints"]] == ["A-1", "A-2"]
    assert colours.json["gone"][0][0] == "ZK-0001"

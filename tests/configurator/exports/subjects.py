"""Subjects to print in tests: plans small enough to be known by heart, with a store and a fee around them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from configurator.exports.subject import ProjectHead, StoreHead, Subject
from configurator.start.starts import starts
from rooms.plan import Plan

AT = datetime(2026, 11, 22, 10, tzinfo=UTC)
GREEN, UNKNOWN = "ZK-0900", "NOBODY-KNOWS"
PROJECT = ProjectHead("ABC-D23-45X", "http://localhost/s/dom-i-mebel-krakow/p/ABCD2345X", is_draft=False)
STORE = StoreHead(
    "Dom i Mebel", "Dom i Mebel Kraków", "ul. Pokazowa 12, 30-001 Kraków", "12 000 00 12", "pon. 10:00–20:00"
)
SOFA = {"sku": "DM-1", "name": "Sofa Spokój", "price_gr": 249_999, "size": [2000, 900, 800], "date": "2026-11-01"}
FEE: dict[str, Any] = {
    "state": "quoted",
    "final": False,
    "text": {"pl": "Pomoc projektanta: na razie 300 zł", "en": "Designer's help: 300 PLN for now"},
    "detail": {"pl": "Pomoc projektanta: na razie 300 zł", "en": "Designer's help: 300 PLN for now"},
    "reasons": [{"met": None, "text": {"pl": "Wybrane produkty: brak danych", "en": "Products picked: not known yet"}}],
    "ways": [{"text": {"pl": "Narysuj dowolną ścianę", "en": "Draw any wall"}, "charged_gr": 0}],
    "needs": [{"pl": "Wybrane produkty", "en": "Products picked"}],
    "holds_until": "2026-12-22T10:00:00+00:00",
}


def room() -> dict[str, Any]:
    """A room of 4900 × 3900 mm inside, walls 100 thick, one painted green, with a sofa that has a price and a chair."""
    corners = [[0, 0], [5000, 0], [5000, 4000], [0, 4000]]
    walls = {
        f"w{place}": {"level": "l1", "a": corners[place], "b": corners[(place + 1) % 4], "thickness": 100}
        for place in range(4)
    }
    return {
        "version": 1,
        "plan": {"name": "Łazienka Zażółć"},
        "levels": {"l1": {"name": "Parter", "height": 2600}},
        "walls": walls,
        "openings": {"o1": {"wall": "w2", "offset": 1000, "width": 900, "kind": "door"}},
        "items": {
            "i1": {"level": "l1", "kind": "sofa", "at": [2000, 500], "size": [2000, 900, 800], "product": SOFA},
            "i2": {"level": "l1", "kind": "chair", "at": [4000, 3000], "size": [450, 450, 900]},
        },
        "rooms": {"r1": {"level": "l1", "at": [2500, 2000], "name": "Salon", "use": "living"}},
        "finishes": {
            "f1": {"wall": "w0", "side": "right", "paint": GREEN},
            "f2": {"room": "r1", "face": "floor", "paint": UNKNOWN},
        },
    }


def start(key: str) -> Plan:
    """A starting room."""
    return Plan.read(starts()[key].document)


def subject(document: dict[str, Any] | None = None, language: str = "pl", **but: Any) -> Subject:
    """The room, or the document given, as a store's project."""
    plan = Plan.read(document or room())
    return Subject(plan, language, AT, **({"project": PROJECT, "store": STORE, "fee": FEE} | but))

"""An order of samples."""

import pytest

from samples.contact import Contact
from samples.fault import Fault
from samples.order import DEMO_OFFER, Draft, KindTerms, Line, Offer, WayTerms, faults, total, ways_for

KNOWN = {"ZK-0001", "ZK-0002", "ZK-0003"}
CARD, POT = Line("ZK-0001", "card"), Line("ZK-0001", "pot")
ANNA = Contact("Anna Żak", "anna@example.pl", "600 100 200", "Polna 3/4", "00-123", "Łódź", "WAW12A", "centrum")


def _faults(*lines: Line, way: str = "courier", contact: Contact = ANNA) -> list[tuple[str, str]]:
    return [(fault.path, fault.reason) for fault in faults(DEMO_OFFER, Draft(lines, way, contact), KNOWN)]


@pytest.mark.parametrize("way", DEMO_OFFER.ways)
def test_a_filled_in_order_of_cards_goes_any_way(way: str) -> None:
    assert _faults(CARD, way=way) == []


def test_a_pot_does_not_go_by_letter() -> None:
    assert _faults(CARD, POT, way="letter") == [("way", "does_not_carry")]


@pytest.mark.parametrize(
    ("lines", "fault"),
    [
        ((), ("lines", "wrong_count")),
        ((Line("ZK-9999", "card"),), ("lines/0/paint", "unknown_paint")),
        ((CARD, Line("ZK-0002", "bucket")), ("lines/1/kind", "not_offered")),
        ((Line("ZK-0001", "card", 0),), ("lines/0/count", "out_of_range")),
        ((Line("ZK-0001", "card", -3),), ("lines/0/count", "out_of_range")),
        ((CARD, CARD), ("lines/1", "line_twice")),
        ((Line("ZK-0001", "pot", 7),), ("lines", "too_many_of_a_kind")),
        ((Line("ZK-0001", "card", 12), Line("ZK-0002", "sticker", 9)), ("lines", "too_many")),
    ],
)
def test_a_line_that_cannot_be_is_told_with_its_path(lines: tuple[Line, ...], fault: tuple[str, str]) -> None:
    assert fault in _faults(*lines)


def test_ten_thousand_testers_are_refused() -> None:
    assert ("lines/0/count", "out_of_range") in _faults(Line("ZK-0001", "pot", 10_000))


@pytest.mark.parametrize(("way", "reason"), [("", "missing"), ("pigeon", "not_offered")])
def test_a_way_must_be_chosen_from_those_there_are(way: str, reason: str) -> None:
    assert _faults(CARD, way=way) == [("way", reason)]


def test_everything_wrong_is_told_at_once() -> None:
    told = _faults(Line("ZK-9999", "bucket", 0), way="courier", contact=Contact())
    assert [path for path, _ in told] == [
        *("lines/0/paint", "lines/0/kind", "lines/0/count", "way"),
        *(f"contact/{field}" for field in ("name", "email", "phone", "street", "postcode", "city")),
    ]


def test_every_way_says_whether_it_carries_the_samples() -> None:
    told = ways_for(DEMO_OFFER, [POT])
    assert isinstance(told["letter"], Fault)
    assert [way for way, refusal in told.items() if refusal is None] == ["locker", "courier", "collection"]


@pytest.mark.parametrize(
    ("lines", "way", "free_left", "goods_gr", "delivery_gr", "free_used"),
    [
        ((CARD,), "letter", 0, 4_90, 6_90, 0),
        ((CARD,), "letter", 3, 0, 6_90, 1),
        ((CARD, POT), "courier", 1, 4_90, 17_90, 1),
        ((Line("ZK-0001", "card", 5), POT), "courier", 3, 3 * 4_90, 17_90, 3),
        ((Line("ZK-0001", "pot", 6), Line("ZK-0002", "card", 3)), "locker", 0, 104_10, 0, 0),
        ((CARD,), "collection", -5, 4_90, 0, 0),
    ],
    ids=["paid", "free", "dearest free first", "free runs out", "free delivery from a value", "no free ones owed"],
)
def test_the_total_is_goods_less_the_free_ones_and_delivery(
    lines: tuple[Line, ...], way: str, free_left: int, goods_gr: int, delivery_gr: int, free_used: int
) -> None:
    cost = total(DEMO_OFFER, Draft(lines, way), free_left)
    assert (cost.goods_gr, cost.delivery_gr, cost.free_used) == (goods_gr, delivery_gr, free_used)
    assert cost.total_gr == goods_gr + delivery_gr
    assert cost.goods_gr == sum(line.price_gr for line in cost.lines)


def test_a_kind_that_is_never_free_is_paid() -> None:
    offer = Offer({"pot": KindTerms(14_90, 6, may_be_free=False)}, {"collection": WayTerms(0, frozenset({"pot"}), 9)})
    assert total(offer, Draft((POT,), "collection"), 3).total_gr == 14_90


@pytest.mark.parametrize(
    ("free_left", "button"), [(0, "Zamawiam z obowiązkiem zapłaty"), (1, "Zamawiam bezpłatnie")], ids=["paid", "free"]
)
def test_the_button_says_what_the_law_wants(free_left: int, button: str) -> None:
    assert total(DEMO_OFFER, Draft((CARD,), "collection"), free_left).button["pl"] == button

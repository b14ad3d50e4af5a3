"""Who gets the order and where."""

from dataclasses import replace

import pytest

from samples.contact import NEEDED, Contact, contact_faults

ANNA = Contact("Anna Żak", "anna@example.pl", "600 100 200", "Polna 3/4", "00-123", "Łódź", "WAW12A", "centrum")


def _faults(way: str, **changed: str) -> list[tuple[str, str]]:
    return [(fault.path, fault.reason) for fault in contact_faults(replace(ANNA, **changed), way)]


@pytest.mark.parametrize("way", NEEDED)
def test_a_way_asks_for_what_it_needs_and_for_at_most_six_fields(way: str) -> None:
    assert [fault.path for fault in contact_faults(Contact(), way)] == [f"contact/{field}" for field in NEEDED[way]]
    assert len(NEEDED[way]) <= 6


def test_a_locker_needs_a_phone_and_no_street() -> None:
    assert _faults("locker", street="", postcode="", city="") == []
    assert _faults("locker", phone="") == [("contact/phone", "missing")]


@pytest.mark.parametrize("phone", ["600100200", "+48 600-100-200", "0048600100200", "(12) 345 67 89", "+4915112345678"])
def test_a_phone_number_may_be_spaced_in_any_way(phone: str) -> None:
    assert _faults("courier", phone=phone) == []


@pytest.mark.parametrize(
    ("field", "value"),
    [
        *(("phone", phone) for phone in ("123", "telefon", "6001002001", "+1")),
        *(("email", email) for email in ("anna", "anna@", "a@b", "a b@c.pl", "a\n@b.pl", "@b.pl", "a@b..pl")),
        *(("postcode", postcode) for postcode in ("00123", "0-123", "00-12a", "٠٠-١٢٣x")),
        *(("name", name) for name in ("123", "💛", "a\x00")),
        ("street", "-"),
        ("city", "12"),
    ],
)
def test_what_is_none_is_told_by_its_field(field: str, value: str) -> None:
    assert [path for path, _ in _faults("courier", **{field: value})] == [f"contact/{field}"]


def test_ten_thousand_letters_are_too_long() -> None:
    assert _faults("courier", name="a" * 10_000) == [("contact/name", "too_long")]


@pytest.mark.parametrize("locker", ["WAW", "12A", "W1", "WAW12A-34"])
def test_a_lockers_code_is_letters_then_digits(locker: str) -> None:
    assert _faults("locker", locker=locker) == [("contact/locker", "not_a_locker")]

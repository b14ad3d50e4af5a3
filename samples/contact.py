"""Who gets the order and where: the fields each way of delivery needs, and what they must look like."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields

from samples.fault import Fault


@dataclass(frozen=True)
class Contact:
    """What the customer typed; what the way of delivery does not need may stay empty."""

    name: str = ""
    email: str = ""
    phone: str = ""
    street: str = ""
    postcode: str = ""
    city: str = ""
    locker: str = ""
    store: str = ""

    def stripped(self) -> Contact:
        """Without the spaces around each field: what is checked and what is to be kept."""
        return Contact(**{field.name: getattr(self, field.name).strip() for field in fields(self)})


NEEDED: Mapping[str, tuple[str, ...]] = {
    "letter": ("name", "email", "street", "postcode", "city"),
    "locker": ("name", "email", "phone", "locker"),
    "courier": ("name", "email", "phone", "street", "postcode", "city"),
    "collection": ("name", "email", "store"),
}
"""The fields each way needs: never more than six."""


def contact_faults(contact: Contact, way: str) -> Iterator[Fault]:
    """What is missing or wrong among the fields that the way needs, by the field's name."""
    for field in NEEDED.get(way, ()):
        value = getattr(contact.stripped(), field)
        rule, longest = FIELDS[field]
        if not value:
            yield Fault(f"contact/{field}", "missing")
        elif len(value) > longest:
            yield Fault(f"contact/{field}", "too_long", most=longest)
        elif not value.isprintable() or not rule(value):
            yield Fault(f"contact/{field}", f"not_a_{field}")


def _matching(pattern: str) -> Callable[[str], bool]:
    compiled = re.compile(pattern)
    return lambda value: compiled.fullmatch(value) is not None


def _is_phone(value: str) -> bool:
    """Nine digits or an international number, however it is spaced."""
    return re.fullmatch(r"(?:\+[0-9]{10,14}|(?:00|\+)?(?:48)?[0-9]{9})", re.sub(r"[\s().-]", "", value)) is not None


FIELDS: Mapping[str, tuple[Callable[[str], bool], int]] = {
    "name": (_matching(r".*[^\W\d_].*"), 120),
    "email": (_matching(r"[^@\s,;<>]+@[^@\s,;<>.]+(?:\.[^@\s,;<>.]+)+"), 254),
    "phone": (_is_phone, 25),
    "street": (_matching(r".*[^\W_].*"), 120),
    "postcode": (_matching(r"[0-9]{2}-[0-9]{3}"), 6),
    "city": (_matching(r".*[^\W\d_].*"), 80),
    "locker": (_matching(r"[A-Za-z]{2,4}[0-9]{1,4}[A-Za-z0-9]{0,6}"), 14),
    "store": (_matching(r"[^\s/]+"), 60),
}
"""What each field must look like, and how long it may be."""

"""The short code by which a project is found: eight characters and a check character, without 0, O, 1 and I."""

from __future__ import annotations

import secrets

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
LENGTH = 8


def new_code() -> str:
    """40 random bits and the check character, as in `ABCD2345X`."""
    body = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
    return body + check_character(body)


def read_code(typed: str) -> str | None:
    """The code in what was typed, whatever its case and dashes; None when it cannot be one."""
    code = "".join(typed.upper().replace("-", "").split())
    whole = len(code) == LENGTH + 1 and set(code) <= set(ALPHABET)
    return code if whole and check_character(code[:-1]) == code[-1] else None


def spoken(code: str) -> str:
    """As it is shown and read out: `ABC-D23-45X`."""
    return "-".join((code[:3], code[3:6], code[6:]))


def check_character(body: str) -> str:
    """Luhn's check (ISO/IEC 7812-1, annex B) modulo 32: any one wrong character shows, and nearly every swap."""
    total = 0
    for place, letter in enumerate(reversed(body)):
        value = ALPHABET.index(letter) * (2 if place % 2 == 0 else 1)
        total += value // len(ALPHABET) + value % len(ALPHABET)
    return ALPHABET[-total % len(ALPHABET)]

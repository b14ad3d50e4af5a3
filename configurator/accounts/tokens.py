"""Secrets that open something: made here, handed out once, kept as a hash."""

from __future__ import annotations

import hashlib
import secrets


def new_token() -> str:
    """256 random bits, safe in an address."""
    return secrets.token_urlsafe(32)


def new_key() -> str:
    """128 random bits, safe in an address: enough for what lasts minutes or opens little."""
    return secrets.token_urlsafe(16)


def hash_of(token: str) -> str:
    """SHA-256 in hexadecimal; enough for a random token, where a password needs argon2."""
    return hashlib.sha256(token.encode()).hexdigest()

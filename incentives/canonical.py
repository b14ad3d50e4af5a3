"""One spelling of a JSON value, so that equal values have equal bytes and equal hashes everywhere."""

from __future__ import annotations

import json
from hashlib import sha256


def canonical(data: object) -> bytes:
    """UTF-8 JSON with sorted keys and no blanks; floats have no place in a decision and are a bug here."""
    return json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False).encode()


def sha_of(data: object) -> str:
    """64 hexadecimal digits of SHA-256 over the canonical bytes."""
    return sha256(canonical(data)).hexdigest()

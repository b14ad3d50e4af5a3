"""A chain of entries in which none can be changed or dropped unseen, and a signed list of where the chains end."""

from __future__ import annotations

import hmac
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from incentives.canonical import canonical, sha_of

START = "0" * 64
"""What the first entry of a chain has for its previous hash."""


@dataclass(frozen=True)
class Entry:
    """The n-th entry of a chain, from 1 on; `sha` covers n, the previous entry's sha and the body."""

    n: int
    previous: str
    body: Mapping[str, Any]
    sha: str

    def as_data(self) -> dict[str, Any]:
        return {"n": self.n, "previous": self.previous, "body": dict(self.body), "sha": self.sha}


@dataclass(frozen=True)
class Broken:
    """The first place where a chain does not hold: the n that was expected, and `missing`, `changed` or `cut_off`."""

    n: int
    reason: str


def entry_sha(n: int, previous: str, body: Mapping[str, Any]) -> str:
    """SHA-256 of the canonical JSON of `{"body", "n", "previous"}`."""
    return sha_of({"n": n, "previous": previous, "body": dict(body)})


def following(last: Entry | None, body: Mapping[str, Any]) -> Entry:
    """The entry that carries on after `last`, or that begins a chain."""
    n, previous = (last.n + 1, last.sha) if last else (1, START)
    return Entry(n, previous, body, entry_sha(n, previous, body))


def first_break(entries: Iterable[Entry], *, head: tuple[int, str] | None = None) -> Broken | None:
    """Where the chain does not hold, None when it does.

    `head` is the (n, sha) that a checkpoint vouches for: a chain that ends earlier, or holds another entry
    there, has been cut off or rewritten; a longer one has only grown.
    """
    n, previous = 0, START
    for entry in entries:
        n += 1
        if entry.n != n:
            return Broken(n, "missing")
        if entry.previous != previous or entry.sha != entry_sha(n, previous, entry.body):
            return Broken(n, "changed")
        if head and n == head[0] and not hmac.compare_digest(entry.sha, head[1]):
            return Broken(n, "changed")
        previous = entry.sha
    return Broken(n + 1, "cut_off") if head and n < head[0] else None


def checkpoint(heads: Mapping[str, tuple[int, str]], at: str, key: bytes) -> dict[str, Any]:
    """Where every chain ends at that time, with an HMAC-SHA256 signature (RFC 2104) over its canonical JSON."""
    body = {"at": at, "heads": {name: [n, sha] for name, (n, sha) in heads.items()}}
    return {**body, "signature": _signature(body, key)}


def is_signed(point: Mapping[str, Any], key: bytes) -> bool:
    """Whether the checkpoint is as it was signed with that key."""
    body = {name: value for name, value in point.items() if name != "signature"}
    return hmac.compare_digest(str(point.get("signature", "")), _signature(body, key))


def _signature(body: Mapping[str, Any], key: bytes) -> str:
    return hmac.new(key, canonical(dict(body)), sha256).hexdigest()

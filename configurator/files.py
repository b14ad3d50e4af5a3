"""Files that people bring, kept by what they hold: in a folder or in S3, by the setting."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import cast
from urllib.parse import urlsplit

import obstore
from flask import current_app
from obstore.store import LocalStore, ObjectStore, from_url


class Files:
    """A tenant's files, each under the SHA-256 of its bytes; the same bytes twice are one file."""

    def __init__(self, url: str) -> None:
        self._store = _open(url)

    def put(self, tenant_id: str, data: bytes) -> str:
        """Keep the bytes; the key by which they are found again."""
        key = f"{tenant_id}/{sha256(data).hexdigest()}"
        obstore.put(self._store, key, data)
        return key

    def get(self, key: str) -> bytes | None:
        """The bytes; None when they are no longer there."""
        try:
            return bytes(obstore.get(self._store, key).bytes())
        except FileNotFoundError:
            return None

    def remove(self, key: str) -> None:
        """Forget the bytes; a key that is gone already is no fault."""
        try:
            obstore.delete(self._store, key)
        except FileNotFoundError:
            return


def files() -> Files:
    """The running application's files."""
    return cast(Files, current_app.extensions["files"])


def _open(url: str) -> ObjectStore:
    if url.startswith("file:"):
        folder = Path(urlsplit(url).path)
        folder.mkdir(parents=True, exist_ok=True)
        return LocalStore(folder)
    return from_url(url)

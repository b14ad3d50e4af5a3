"""A store's logo: a picture that somebody brings, opened with care, drawn anew, and kept among the files."""

from __future__ import annotations

import io
import warnings
from base64 import b64encode

from PIL import Image

from configurator.errors import Refused
from configurator.files import Files
from configurator.stores.models import Store
from rooms.exchange.picture import DAMAGE, whole_pictures_only

FORMATS = ("PNG", "JPEG", "WEBP")
MOST_BYTES = 2 * 1024 * 1024
MOST_PIXELS = 16_000_000
LONGEST_PX, LEAST_PX = 900, 40
"""As large as print needs it, and as small as it may be."""


def choose(files: Files, store: Store, data: bytes) -> None:
    """From now on drawings bear this logo; Refused `logo_missing`, `logo_too_large`, `not_a_logo`, `logo_too_small`."""
    store.logo = files.put(store.tenant_id, redrawn(data))


def remove(store: Store) -> None:
    """Drawings bear the store's name again; the file stays, since another store may have the same one."""
    store.logo = None


def redrawn(data: bytes) -> bytes:
    """The picture alone as a PNG, without whatever else the file held; an SVG is a document and is refused."""
    if not data:
        raise Refused("logo_missing", path="logo")
    if len(data) > MOST_BYTES:
        raise Refused("logo_too_large", path="logo")
    image = _opened(data)
    if min(image.size) < LEAST_PX:
        raise Refused("logo_too_small", path="logo", least=LEAST_PX)
    kept = io.BytesIO()
    image.save(kept, "PNG", optimize=True)
    return kept.getvalue()


def picture(files: Files, store: Store) -> bytes | None:
    return files.get(store.logo) if store.logo else None


def logo_url(files: Files, store: Store) -> str:
    """An address that holds the picture, for print; empty where there is none."""
    found = picture(files, store)
    return f"data:image/png;base64,{b64encode(found).decode()}" if found else ""


def _image(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data), formats=FORMATS)


def _opened(data: bytes) -> Image.Image:
    """Size and format are looked at before anything is unpacked."""
    try:
        with whole_pictures_only(), warnings.catch_warnings(action="error"), _image(data) as image:
            if image.width * image.height > MOST_PIXELS:
                raise Refused("logo_too_large", path="logo")
            drawn = image.convert("RGBA")
    except (*DAMAGE, Warning, Image.DecompressionBombError) as fault:
        raise Refused("not_a_logo", path="logo") from fault
    drawn.thumbnail((LONGEST_PX, LONGEST_PX))
    clean = Image.new("RGBA", drawn.size)
    clean.paste(drawn)
    return clean

"""A program that opens one photo for another process: what it decodes can spend neither more memory nor more time.

In comes the file; out comes a line of JSON, and after it the working picture as a JPEG. Once all that is needed has
been imported no file and no connection can be opened any more, so that whatever a decoder does stays in here.
"""

from __future__ import annotations

import io
import json
import resource
import sys

from PIL import Image

from samples.fault import Fault
from samples.photo import reading

MOST_MEMORY = 512 * 1024 * 1024
MOST_SECONDS = 10
QUALITY = 94


def main() -> None:
    data = sys.stdin.buffer.read()
    _import_all(data)
    _limit()
    try:
        picture = reading.open_photo(data)
        head: dict[str, object] = {"width": picture.width, "height": picture.height}
        body = _jpeg(picture)
    except (Fault, MemoryError) as fault:
        head, body = {"reason": _reason(fault)}, b""
    sys.stdout.buffer.write(json.dumps(head).encode() + b"\n" + body)


def _import_all(data: bytes) -> None:
    """What Pillow would import as it meets a format; a telephone's pictures ask for more."""
    Image.init()
    Image.new("RGB", (1, 1)).save(io.BytesIO(), "JPEG")
    if data[4:8] == b"ftyp":
        import pillow_heif

        pillow_heif.register_heif_opener()


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    resource.setrlimit(resource.RLIMIT_NOFILE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _reason(fault: Exception) -> str:
    """A decoder that ran out of memory calls the picture damaged; it is only too large."""
    if isinstance(fault, Fault) and not isinstance(fault.__cause__, MemoryError):
        return fault.reason
    return "too_large"


def _jpeg(picture: Image.Image) -> bytes:
    written = io.BytesIO()
    picture.save(written, "JPEG", quality=QUALITY, subsampling=0)
    return written.getvalue()


if __name__ == "__main__":
    main()

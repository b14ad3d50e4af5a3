"""A picture, and a customer who brings it."""

from __future__ import annotations

import io

from PIL import Image, ImageDraw

from tests.configurator.people import Guest


def sketch(size: tuple[int, int] = (400, 300)) -> bytes:
    """A sheet with a frame on it, as PNG."""
    image = Image.new("RGB", size, "white")
    ImageDraw.Draw(image).rectangle((20, 20, size[0] - 20, size[1] - 20), outline="black", width=4)
    written = io.BytesIO()
    image.save(written, "PNG")
    return written.getvalue()


def pages(*sizes: tuple[int, int]) -> bytes:
    """A PDF, each page a framed sheet of the size."""
    sheets = [Image.open(io.BytesIO(sketch(size))) for size in sizes]
    written = io.BytesIO()
    sheets[0].save(written, "PDF", save_all=True, append_images=sheets[1:])
    return written.getvalue()


def bring(owner: Guest, data: bytes, kind: str = "background") -> object:
    """The answer to the customer's picture."""
    return owner.client.post(
        f"/api/v1/projects/{owner.project_id}/pictures/", data={"file": (io.BytesIO(data), "plan.png"), "kind": kind}
    )


def brought(owner: Guest, kind: str = "background") -> str:
    """The id of a picture that the customer has brought."""
    answer = bring(owner, sketch(), kind)
    assert answer.status_code == 200, answer.text  # type: ignore[attr-defined]
    return str(answer.json["id"])  # type: ignore[attr-defined]

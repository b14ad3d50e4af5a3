"""The colours that a picture is made of: k-means in OKLab, the same each time."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PIL import Image

from samples.colour.arrays import Lab, Numbers
from samples.colour.cie import linear_to_lab
from samples.colour.oklab import linear_to_oklab, oklab_to_linear
from samples.colour.srgb import to_linear
from samples.photo.reading import open_photo

PIXELS = 12_000
ROUNDS = 24
COLOURS = 6
LIVELINESS = 1.6
"""Hue and chroma tell colours apart more than light and shade do."""
LEAST_SHARE = 0.005
APART = 0.045


@dataclass(frozen=True)
class Dominant:
    """A colour of a picture, and its share of the pixels, 0..1."""

    lab: Lab
    share: float


def dominant(data: bytes, count: int = COLOURS) -> tuple[Dominant, ...]:
    """The colours of a photo file, the most of it first, at most so many; Fault as `samples.photo.reading` says."""
    return of_picture(open_photo(data, most_pixels=PIXELS), count)


def of_picture(picture: Image.Image, count: int = COLOURS) -> tuple[Dominant, ...]:
    """Of upright RGB; like ones among them are one."""
    pixels = np.asarray(picture.convert("RGB"), np.float64).reshape(-1, 3) / 255
    weights = np.array([1.0, LIVELINESS, LIVELINESS])
    places = linear_to_oklab(to_linear(pixels)) * weights
    centres, owners = _clusters(places, count)
    sizes = np.bincount(owners, minlength=len(centres)) / len(places)
    order = [place for place in np.argsort(-sizes, kind="stable") if sizes[place] >= LEAST_SHARE]
    labs = linear_to_lab(np.clip(oklab_to_linear(centres / weights), 0, 1))
    return tuple(Dominant(_as_lab(labs[place]), float(sizes[place])) for place in order)


def _clusters(places: Numbers, count: int) -> tuple[Numbers, Numbers]:
    """Centres by Lloyd's rounds, and whose each place is; of centres that lie together the first stays."""
    centres = _far_apart(places, count)
    owners = _nearest(places, centres)
    for _ in range(ROUNDS):
        kept = [places[owners == place].mean(axis=0) for place in range(len(centres)) if (owners == place).any()]
        moved = np.array(kept)
        again = _nearest(places, moved)
        if moved.shape == centres.shape and (again == owners).all():
            break
        centres, owners = moved, again
    chosen: list[Numbers] = []
    for centre in centres[np.argsort(-np.bincount(owners, minlength=len(centres)), kind="stable")]:
        if all(np.linalg.norm(centre - other) >= APART for other in chosen):
            chosen.append(centre)
    return np.array(chosen), _nearest(places, np.array(chosen))


def _far_apart(places: Numbers, count: int) -> Numbers:
    """Places to begin from: that nearest to the mean, then ever the one that most of the picture is far from.

    Of squared distances the 98th percentile is taken, so that a lone bright pixel begins nothing.
    """
    first = places[np.argmin(np.square(places - places.mean(axis=0)).sum(axis=1))]
    centres = [first]
    far = np.square(places - first).sum(axis=1)
    while len(centres) < count:
        wanted = np.quantile(far, 0.98)
        if wanted < APART**2:
            break
        next_ = places[np.argmin(np.abs(far - wanted))]
        centres.append(next_)
        far = np.minimum(far, np.square(places - next_).sum(axis=1))
    return np.array(centres)


def _nearest(places: Numbers, centres: Numbers) -> Numbers:
    owners: Numbers = np.square(places[:, None] - centres).sum(axis=2).argmin(axis=1)
    return owners


def _as_lab(lab: Numbers) -> Lab:
    lightness, a, b = (round(value, 2) for value in lab.tolist())
    return lightness, a, b

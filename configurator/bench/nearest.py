"""The nearest of 100 000 colours by ΔE00: ours against brute force, and against others where `--peers` has them.

Each is asked for the same colours of the same deck. `recall` is the share of questions to which it gives the very
colour that our own formula finds by comparing all. Times are of the processor: what others do counts least.
"""

from __future__ import annotations

import argparse
import importlib
import json
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from configurator.bench.timing import percentile
from configurator.config import ROOT
from samples.colour.arrays import Numbers
from samples.colour.cie import hex_to_lab, lch_to_lab
from samples.colour.difference import delta_e
from samples.colour.gamut import in_srgb, labs_to_hex
from samples.colour.index import ColourIndex

COLOURS, ASKED, SLOW_ASKED, SLOWEST_ASKED = 100_000, 1_000, 20, 2
AIM_MS = 1.0
CASES = ROOT / "tests" / "cases" / "colour" / "difference.json"
Nearest = Callable[[Numbers], int]


def measure(options: argparse.Namespace) -> Iterator[dict[str, Any]]:
    yield {"bench": "nearest", "of": "sharma", **_sharma()}
    yield {"bench": "nearest", "of": "screen", **_on_screen()}
    labs = _deck()
    asked = _deck(ASKED, seed=2)
    truth = [int(np.argmin(delta_e(one, labs))) for one in asked]
    began = time.process_time()
    index = ColourIndex(labs)
    index.nearest(asked[0], 1)
    yield {"bench": "nearest", "of": "index", "colours": COLOURS, "made_ms": round((time.process_time() - began) * 1e3)}
    for name, nearest, times in _ways(labs, index, options):
        yield {"bench": "nearest", "of": name, "colours": COLOURS, **_asked(nearest, asked[:times], truth)}


def _ways(labs: Numbers, index: ColourIndex, options: argparse.Namespace) -> Iterator[tuple[str, Nearest, int]]:
    yield "ours", lambda lab: int(index.nearest(lab, 1)[0][0]), ASKED
    yield "ours, five at once", lambda lab: int(index.nearest(lab, 5)[0][0]), ASKED
    yield "brute force", lambda lab: int(np.argmin(delta_e(lab, labs))), SLOW_ASKED
    if options.peers:
        sys.path.append(str(options.peers))
    for name, make, times in PEERS:
        try:
            yield name, make(labs), times
        except ImportError as missing:
            print(f"{name}: not measured, {missing}", file=sys.stderr)  # noqa: T201 - a command tells


def _colour_science(labs: Numbers) -> Nearest:
    difference = importlib.import_module("colour.difference")
    return lambda lab: int(np.argmin(difference.delta_E_CIE2000(lab, labs)))


def _scikit_image(labs: Numbers) -> Nearest:
    color = importlib.import_module("skimage.color")
    return lambda lab: int(np.argmin(color.deltaE_ciede2000(lab[None], labs)))


def _coloraide(labs: Numbers) -> Nearest:
    color = importlib.import_module("coloraide").Color
    many = [color("lab-d65", one) for one in labs.tolist()]

    def nearest(lab: Numbers) -> int:
        wanted = color("lab-d65", lab.tolist())
        return min(range(len(many)), key=lambda place: wanted.delta_e(many[place], method="2000"))

    return nearest


PEERS: tuple[tuple[str, Callable[[Numbers], Nearest], int], ...] = (
    ("scikit-image", _scikit_image, SLOW_ASKED),
    ("colour-science", _colour_science, SLOW_ASKED),
    ("coloraide", _coloraide, SLOWEST_ASKED),
)


def _asked(nearest: Nearest, asked: Numbers, truth: list[int]) -> dict[str, Any]:
    spent, right = [], 0
    for one, wanted in zip(asked, truth, strict=False):
        began = time.process_time()
        found = nearest(one)
        spent.append((time.process_time() - began) * 1e3)
        right += found == wanted
    mean_ms = round(sum(spent) / len(spent), 3)
    told = {
        "asked": len(asked),
        "mean_ms": mean_ms,
        "median_ms": percentile(spent, 0.5),
        "p95_ms": percentile(spent, 0.95),
    }
    return told | {"recall": right / len(asked), "aim_ms": AIM_MS}


def _sharma() -> dict[str, Any]:
    """How far from the 34 published pairs of CIEDE2000, both ways."""
    pairs = json.loads(CASES.read_text("utf-8"))["cases"]
    far = [abs(float(delta_e(*sides)) - told) for one, other, told in pairs for sides in ((one, other), (other, one))]
    return {"pairs": len(pairs), "most": max(far), "aim": 1e-4}


def _on_screen() -> dict[str, Any]:
    """What 8 bits of sRGB lose of a colour that the screen can show."""
    labs = _deck()
    shown = labs[in_srgb(labs)]
    back = np.array([hex_to_lab(one) for one in labs_to_hex(shown)])
    far = delta_e(shown, back)
    return {"colours": len(shown), "mean": round(float(far.mean()), 3), "most": round(float(far.max()), 3)}


def _deck(count: int = COLOURS, seed: int = 1) -> Numbers:
    """Colours as decks have them: all lightnesses and hues, most of them pale."""
    random = np.random.default_rng(seed)
    lch = np.stack([random.uniform(15, 98, count), random.gamma(2, 12, count), random.uniform(0, 360, count)], axis=-1)
    return np.round(lch_to_lab(lch), 2)

"""sRGB codes and linear light."""

import numpy as np
import pytest

from samples.colour.srgb import from_hex, from_linear, to_hex, to_linear
from samples.fault import Fault


@pytest.mark.parametrize(("text", "full"), [("#a7b59e", "#a7b59e"), ("A7B59E", "#a7b59e"), ("#abc", "#aabbcc")])
def test_a_hex_colour_is_read_however_it_is_written(text: str, full: str) -> None:
    assert to_hex(from_hex(text)) == full


@pytest.mark.parametrize("text", ["", "#", "#12345", "#gggggg", "12", "#a7b59e ", "red", "٣٣٣٣٣٣"])
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(Fault) as refused:
        from_hex(text)
    assert refused.value.reason == "not_a_hex_colour"


def test_every_level_comes_back_from_linear_light() -> None:
    levels = np.repeat(np.arange(256) / 255, 3).reshape(-1, 3)
    assert np.allclose(from_linear(to_linear(levels)), levels, atol=1e-12)


def test_what_lies_outside_is_clipped() -> None:
    assert to_hex([-0.2, 0.5, 1.7]) == "#0080ff"


def test_a_colour_has_three_components() -> None:
    with pytest.raises(ValueError, match="three components"):
        to_linear([1.0, 0.5])

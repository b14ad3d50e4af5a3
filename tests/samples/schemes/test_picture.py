"""The colours of a picture."""

import numpy as np
import pytest
from PIL import Image

from samples.colour.cie import hex_to_lab
from samples.colour.difference import delta_e
from samples.fault import Fault
from samples.schemes.picture import dominant, of_picture


def test_three_fields_give_their_three_colours_by_size() -> None:
    picture = Image.new("RGB", (100, 100), "#7a8f6a")
    picture.paste("#e9dfc8", (0, 0, 100, 30))
    picture.paste("#8a3b2c", (0, 90, 100, 100))
    found = of_picture(picture)
    assert [round(colour.share, 2) for colour in found] == [0.6, 0.3, 0.1]
    wanted = [hex_to_lab(text) for text in ("#7a8f6a", "#e9dfc8", "#8a3b2c")]
    assert delta_e([colour.lab for colour in found], wanted).max() < 0.5


def test_a_noisy_wall_is_one_colour() -> None:
    noise = np.random.default_rng(1).normal((150, 160, 140), 6, (80, 80, 3))
    assert len(of_picture(Image.fromarray(np.clip(noise, 0, 255).astype(np.uint8)))) == 1


def test_a_file_that_is_no_picture_is_refused() -> None:
    with pytest.raises(Fault, match="not a picture"):
        dominant(b"no" * 40)

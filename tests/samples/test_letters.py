"""Polish letters without their marks."""

import pytest

from samples.letters import plain, words


@pytest.mark.parametrize(("text", "told"), [("Źdźbło", "zdzblo"), ("ŻÓŁĆ", "zolc"), ("crème", "creme")])
def test_letters_lose_their_marks(text: str, told: str) -> None:
    assert plain(text) == told


def test_words_are_what_stands_between_other_signs() -> None:
    assert words("Kość słoniowa, nr 7!") == ("kosc", "sloniowa", "nr", "7")

"""Every sentence is there in both languages, fits its places, and is used."""

import re
from string import Formatter

import pytest

from configurator.config import ROOT
from configurator.i18n import LANGUAGES, area, translate, words

PLURALS = {"pl": {"one", "few", "many", "other"}, "en": {"one", "other"}}
NAMED = re.compile(r"""\bt\(\s*["']([a-z_]+\.[a-z0-9_]+)["']\s*[,)]""")
FEATURES = sorted({name.partition(".")[0] for name in words()})
SOURCES = [*ROOT.glob("templates/**/*.html"), *ROOT.glob("static/js/**/*.js"), *ROOT.glob("configurator/**/*.py")]


@pytest.mark.parametrize("feature", FEATURES)
def test_a_features_sentences_stand_in_both_languages(feature: str) -> None:
    for name in _sentences_of(feature):
        assert set(words()[name]) == set(LANGUAGES), name
        assert all(_texts(name, language) for language in LANGUAGES), name


@pytest.mark.parametrize("feature", FEATURES)
def test_a_features_sentences_have_the_same_places_in_both_languages(feature: str) -> None:
    for name in _sentences_of(feature):
        polish, english = (set().union(*map(_places, _texts(name, language))) for language in LANGUAGES)
        assert polish == english, name


def test_every_sentence_that_is_asked_for_exists() -> None:
    asked = {name for file in SOURCES for name in NAMED.findall(file.read_text("utf-8"))}
    assert asked <= set(words())


@pytest.mark.parametrize(("n", "said"), [(0, "many"), (1, "one"), (2, "few"), (5, "many"), (12, "many"), (22, "few")])
def test_polish_counts_in_its_plural_forms(n: int, said: str) -> None:
    forms = words()["offline.edits_waiting"]["pl"]
    assert isinstance(forms, dict)
    assert translate("offline.edits_waiting", lang="pl", n=n) == forms[said].format(n=n)


def _sentences_of(feature: str) -> list[str]:
    return [name for name in words() if name.startswith(f"{feature}.")]


def _texts(name: str, language: str) -> list[str]:
    sentence = words()[name][language]
    if isinstance(sentence, str):
        return [sentence]
    assert set(sentence) == PLURALS[language], name
    return list(sentence.values())


def _places(sentence: str) -> set[str]:
    return {place for _, place, _, _ in Formatter().parse(sentence) if place}


def test_half_a_hundredth_of_a_square_metre_goes_up() -> None:
    assert [area(32_445_000, "pl"), area(1_005_000, "en")] == ["32,45\u00a0m²", "1.01\u00a0m²"]

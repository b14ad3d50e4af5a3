"""Terms written in YAML are the same terms as in JSON, and nothing in them is guessed at."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from configurator.cli import main
from configurator.commands.document import parse_yaml, read_document
from configurator.config import ROOT
from incentives.fault import Fault
from incentives.terms import Terms

EXAMPLES = ROOT / "examples" / "terms"
TERMS = """
id: shop
version: 1
services: {help: {title: {pl: Pomoc, en: Help}, fee: {kind: fixed, amount_gr: %s}, basis: %s}}
rules: [{id: a, title: {pl: Norwegia, en: %s}, valid: {to: %s}, then: {kind: waive}}]
default_service: help
"""


def test_the_example_in_yaml_is_the_example_in_json() -> None:
    read = Terms.read(read_document(EXAMPLES / "deferred.yaml"))
    assert read.sha == Terms.read(read_document(EXAMPLES / "deferred.json")).sha


def test_a_byte_order_mark_is_no_part_of_a_document(tmp_path: Path) -> None:
    (tmp_path / "terms.yml").write_bytes(b"\xef\xbb\xbfid: shop")
    assert read_document(tmp_path / "terms.yml") == {"id": "shop"}


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("true", True), ("false", False), ("null", None), ("~", None), ("", None), ("0", 0), ("-7", -7),
        ("30000", 30000), ("no", "no"), ("NO", "NO"), ("True", "True"), ("12:30", "12:30"),
        ("yes", "yes"), ("on", "on"), ("190:20:30", "190:20:30"), ("2026-12-31", "2026-12-31"),
        ("017", "017"), ("0o17", "0o17"), ("0x1F", "0x1F"),
        ("1_000", "1_000"), ("1.5", "1.5"), ("1e3", "1e3"), (".inf", ".inf"), ("+1", "+1"), ("=", "="), ("<<", "<<"),
        ("9" * 19, "9" * 19), ('"12"', "12"), ("'true'", "true"), ("|\n  12", "12"), ("zażółć", "zażółć"),
    ],
)  # fmt: skip
def test_only_plain_numbers_and_truths_are_more_than_text(written: str, value: object) -> None:
    assert parse_yaml(f"field: {written}") == {"field": value}


def test_a_name_is_text_whatever_it_looks_like() -> None:
    assert parse_yaml("{no: 1, 12: 2, true: 3, <<: 4}") == {"no": 1, "12": 2, "true": 3, "<<": 4}


@pytest.mark.parametrize(
    ("text", "path", "reason"),
    [
        ("a: {b: 1, b: 2}", "a/b", "repeated"),
        ("a: &x 1", "a", "anchor_not_allowed"),
        ("a: [1, *x]", "a/1", "anchor_not_allowed"),
        ("a: !!python/object/apply:os.system [ls]", "a", "tag_not_allowed"),
        ("a: !!str 1", "a", "tag_not_allowed"),
        ("? [a, b]\n: 1", "", "not_a_name"),
        ("&x a: 1", "", "not_a_name"),
        ("a: 1\n---\nb: 2", "", "several_documents"),
        ("", "", "not_yaml"),
        ("a: [1", "", "not_yaml"),
        ("a: \x00", "", "not_yaml"),
        ("a: b: c", "", "not_yaml"),
        ("%YAML 9.9 x\n---\na: 1", "", "not_yaml"),
        ("[" * 40 + "]" * 40, "/".join("0" * 33), "too_deep"),
        ('{"": ' * 40 + "1" + "}" * 40, "", "too_deep"),
        ("a" * 2_000_001, "", "too_long"),
    ],
)
def test_what_json_could_not_say_is_refused_with_its_place(text: str, path: str, reason: str) -> None:
    with pytest.raises(Fault) as fault:
        parse_yaml(text)
    assert (fault.value.path, fault.value.reason) == (path, reason)


def test_a_broken_text_says_its_line() -> None:
    with pytest.raises(Fault) as fault:
        parse_yaml("a: 1\nb: [1,\nc: {")
    assert fault.value.detail == {"line": 3, "column": 5}


@pytest.mark.parametrize(
    ("amount", "basis", "title", "to", "path", "reason"),
    [
        ("5:00", "gross", "Norway", "2026-12-31", "services/help/fee/amount_gr", "not_a_whole_number"),
        ("300.00", "gross", "Norway", "2026-12-31", "services/help/fee/amount_gr", "not_a_whole_number"),
        ("1_000", "gross", "Norway", "2026-12-31", "services/help/fee/amount_gr", "not_a_whole_number"),
        ("1", "on", "Norway", "2026-12-31", "services/help/basis", "not_a_choice"),
        ("1", "gross", "47", "2026-12-31", "rules/0/title/en", "not_a_text"),
        ("1", "gross", "Norway", "31.12.2026", "rules/0/valid/to", "not_a_date"),
    ],
)
def test_the_type_of_a_field_decides(amount: str, basis: str, title: str, to: str, path: str, reason: str) -> None:
    with pytest.raises(Fault) as fault:
        Terms.read(parse_yaml(TERMS % (amount, basis, title, to)))
    assert (fault.value.path, fault.value.reason) == (path, reason)


def test_norway_and_a_date_are_read_as_they_are_meant() -> None:
    rule = Terms.read(parse_yaml(TERMS % (30000, "net", "no", "2026-12-31"))).rules[0]
    assert (rule.title.en, rule.window.last.isoformat()) == ("no", "2026-12-31")


def test_decide_and_lint_take_yaml(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "facts.yaml").write_text("days_since_proposal: 3\npurchases_kept_gross_gr: 0\n", "utf-8")
    terms, facts = str(EXAMPLES / "deferred.yaml"), str(tmp_path / "facts.yaml")
    assert main(["decide", "--terms", terms, "--facts", facts, "--at", "2026-11-22T10:00:00Z"]) == 0
    assert json.loads(capsys.readouterr().out)["form"] == "deferred"
    assert main(["lint", "--terms", terms, "--strict"]) == 0


def test_backtest_takes_yaml(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    history = tmp_path / "history.jsonl"
    history.write_text('{"at": "2026-05-04T10:00:00Z", "facts": {}}\n', "utf-8")
    both = [str(EXAMPLES / name) for name in ("deferred.json", "deferred.yaml")]
    assert main(["backtest", "--terms", both[0], "--against", both[1], "--facts", str(history)]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["cases"], told["changed"], told["refused"]["cases"]) == (1, 0, 0)


def test_a_fault_in_yaml_is_one_line_with_its_place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "terms.yaml").write_text("id: shop\nid: shop\n", "utf-8")
    assert main(["lint", "--terms", str(tmp_path / "terms.yaml")]) == 2
    assert capsys.readouterr().err == "configurator: id: repeated\n"

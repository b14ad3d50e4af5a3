"""A retailer's table goes into the catalogue: good lines in, bad ones named, twice the same as once."""

import json
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select

from configurator.cli import main
from configurator.config import ROOT
from configurator.db import Database
from configurator.errors import Refused
from configurator.products.importing import Report, take_in
from configurator.products.models import Product
from configurator.products.table import read_table
from configurator.stores.models import Tenant

HEADER = "sku;ean;name_pl;kind;width_mm;depth_mm;height_mm;price;unit\n"
BASIN = "U-1;2390000000017;Umywalka Źdźbło;washbasin;600;480;180;1 299,90;\n"
TILE = "P-1;;Płytka;;;;;89,9;m2\n"


def taken(database: Database, text: str | bytes, *, retire_missing: bool = False) -> Report:
    data = text if isinstance(text, bytes) else text.encode()
    with database.writing() as session:
        tenant = session.scalar(select(Tenant).where(Tenant.slug == "empty"))
        if tenant is None:
            session.add(tenant := Tenant(slug="empty", name="Sklep bez towaru", kind="paint"))
            session.flush()
        return take_in(session, tenant, read_table(data), retire_missing=retire_missing)


def counts(report: Report) -> tuple[int, int, int, int]:
    return report.added, report.changed, report.same, report.retired


def product(database: Database, sku: str) -> Product:
    with database.reading() as session:
        return session.scalars(select(Product).where(Product.sku == sku)).one()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1250"])
def test_polish_letters_come_in_whatever_the_encoding(database: Database, encoding: str) -> None:
    assert counts(taken(database, (HEADER + BASIN).encode(encoding))) == (1, 0, 0, 0)
    found = product(database, "U-1")
    assert (found.name_pl, found.name_en, found.price_gr) == ("Umywalka Źdźbło", "Umywalka Źdźbło", 1_299_90)


def test_commas_part_columns_too_in_any_order(database: Database) -> None:
    taken(database, 'price,name_pl,sku\r\n"12,50","Fuga, szara",F-1\r\n')
    assert (product(database, "F-1").price_gr, product(database, "F-1").name_pl) == (12_50, "Fuga, szara")


def test_the_same_table_again_changes_nothing(database: Database) -> None:
    taken(database, HEADER + BASIN + TILE)
    assert counts(taken(database, HEADER + BASIN + TILE)) == (0, 0, 2, 0)


def test_a_known_sku_is_changed(database: Database) -> None:
    taken(database, HEADER + BASIN)
    assert counts(taken(database, HEADER + BASIN.replace("1 299,90", "999.00"))) == (0, 1, 0, 0)
    assert product(database, "U-1").price_gr == 999_00


@pytest.mark.parametrize(("retire_missing", "retired"), [(False, 0), (True, 1)])
def test_what_the_table_lacks_stays_unless_it_shall_be_retired(
    database: Database, *, retire_missing: bool, retired: int
) -> None:
    taken(database, HEADER + BASIN + TILE)
    assert taken(database, HEADER + TILE, retire_missing=retire_missing).retired == retired
    assert (product(database, "U-1").retired_at is not None) == retire_missing


def test_a_line_that_was_refused_retires_nothing(database: Database) -> None:
    taken(database, HEADER + BASIN)
    assert taken(database, HEADER + BASIN.replace("600", "60"), retire_missing=True).retired == 0


def test_a_retired_product_comes_back(database: Database) -> None:
    taken(database, HEADER + BASIN + TILE)
    taken(database, HEADER + TILE, retire_missing=True)
    assert counts(taken(database, HEADER + BASIN)) == (0, 1, 0, 0)
    assert product(database, "U-1").retired_at is None


@pytest.mark.parametrize(
    ("line", "column", "reason"),
    [
        (BASIN.replace("1 299,90", "-1"), "price", "not_a_price"),
        (BASIN.replace("1 299,90", "NaN"), "price", "not_a_price"),
        (BASIN.replace("1 299,90", "1e9"), "price", "not_a_price"),
        (BASIN.replace("1 299,90", "0"), "price", "not_a_price"),
        (BASIN.replace("1 299,90", ""), "price", "not_a_price"),
        (BASIN.replace("00017", "00018"), "ean", "ean_digit"),
        (BASIN.replace("2390000000017", "239000000001"), "ean", "ean_digit"),
        (BASIN.replace("2390000000017", "abc"), "ean", "ean_length"),
        (BASIN.replace("600", "60"), "width_mm", "size_not_of_kind"),
        (BASIN.replace("600", "-600"), "width_mm", "not_millimetres"),
        (BASIN.replace("600", ""), "width_mm", "not_millimetres"),
        (BASIN.replace("washbasin", "spaceship"), "kind", "kind_unknown"),
        (BASIN.replace("U-1", ""), "sku", "missing"),
        (BASIN.replace("Źdźbło", "ź" * 10_000), "name_pl", "too_long"),
        (BASIN.replace("Źdźbło", "a\u2028b"), "name_pl", "unreadable_letters"),
        (BASIN.replace("Umywalka", '"Umywalka'), "", "not_a_table"),
        (TILE.replace("m2", "litr"), "unit", "unit_unknown"),
        (TILE.replace("\n", ";;;;\n"), "", "too_many_cells"),
        (TILE + TILE, "sku", "sku_twice"),
    ],
)
def test_a_bad_line_is_named_and_the_good_ones_come_in(
    app: Flask, database: Database, line: str, column: str, reason: str
) -> None:
    good = "G-1;;Dobry produkt;;;;;10;\n"
    report = taken(database, HEADER + line + good)
    with app.test_request_context():
        [*_, told] = report.as_data()["refused"]
    assert (told["line"], told["column"], told["reason"]) == (1 + line.count("\n"), column, reason)
    assert told["text"]
    assert product(database, "G-1").price_gr == 10_00


def test_a_code_belongs_to_one_product(database: Database) -> None:
    report = taken(database, HEADER + BASIN + BASIN.replace("U-1", "U-2"))
    assert [(line, refused.reason) for line, refused in report.refused] == [(3, "ean_taken")]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"sku;name_pl\nA;B\n", "column_missing"),
        (b"", "column_missing"),
        (b"\x81\x83\x88", "not_text"),
        (b"\x00" * 100, "column_missing"),
    ],
)
def test_what_is_no_such_table_is_refused_whole(data: bytes, reason: str) -> None:
    with pytest.raises(Refused) as refused:
        read_table(data)
    assert refused.value.reason == reason


@pytest.fixture
def store(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """A store of the database that the command line works on."""
    monkeypatch.setenv("CONFIGURATOR_DATABASE_URL", sqlite_url)
    return "farby-kolor"


def test_the_command_imports_and_names_bad_lines(
    store: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "products.csv"
    file.write_text(HEADER + BASIN + TILE.replace("89,9", "-1"), "utf-8")
    assert main(["products", "import", str(file), "--store", store]) == 1
    told = json.loads(capsys.readouterr().out)
    assert (told["added"], [one["line"] for one in told["refused"]]) == (1, [3])


def test_a_dry_run_of_the_command_tells_and_changes_nothing(
    store: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, mapping = tmp_path / "odd.csv", tmp_path / "map.json"
    file.write_text("A;B;C\nX-1;Szafa;10\nX-2;Szafa;zero\n", "utf-8")
    mapping.write_text('{"columns": {"sku": "A", "name_pl": "B", "price": "C", "vat": {"constant": "8"}}}', "utf-8")
    command = ["products", "import", str(file), "--store", store, "--map", str(mapping)]
    told = []
    for way in (["--dry-run"], ["--dry-run"], []):
        assert main([*command, *way]) == 1
        told.append(json.loads(capsys.readouterr().out))
    assert told[0] == told[1] == told[2]
    assert (told[0]["added"], told[0]["refused"][0]["column"]) == (1, "C")


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize(
    "mapping", ["[]", "{", '{"columns": {"colour": "A"}}', '{"columns": {"sku": {"unit": "ell"}}}']
)
def test_the_command_refuses_a_mapping_that_is_none(tmp_path: Path, mapping: str) -> None:
    (tmp_path / "map.json").write_text(mapping, "utf-8")
    (tmp_path / "x.csv").write_text(HEADER + BASIN, "utf-8")
    files = [str(tmp_path / "x.csv"), "--map", str(tmp_path / "map.json")]
    assert main(["products", "import", *files, "--store", "farby-kolor"]) == 2


@pytest.mark.usefixtures("store")
def test_the_command_refuses_a_store_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    file = ROOT / "examples" / "products" / "salon-lazienek.csv"
    assert main(["products", "import", str(file), "--store", "nowhere"]) == 2
    assert "no such store" in capsys.readouterr().err

"""A file of products brought to the desk in tests."""

from __future__ import annotations

import re
from io import BytesIO

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.configurator.people import KRAKOW

HERE = f"/s/{KRAKOW}/desk/products/"
PRICES = """Indeks;Nazwa;Cena brutto;Kod EAN;Szerokość [cm];Głębokość [cm];Wysokość [cm];Kategoria
N-1;Sofa Nowa;1 999,90;;170;90;82;Sofy
N-2;Koc wełniany;99;;;;;Tekstylia
N-3;Stolik kawowy;abc;;90;60;45;Stoliki
"""


def bring(manager: FlaskClient, data: str | bytes = PRICES, name: str = "cennik.csv") -> TestResponse:
    raw = data.encode() if isinstance(data, str) else data
    return manager.post(HERE, data={"file": (BytesIO(raw), name)})


def brought_products(manager: FlaskClient) -> str:
    """The id of a file that waits."""
    assert bring(manager).status_code == 303
    return id_on(manager.get(HERE).text)


def id_on(page: str) -> str:
    found = re.search(r"/desk/products/([a-z0-9]+)/taken", page)
    assert found, page
    return found[1]

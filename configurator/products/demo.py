"""The demonstration's products: tables of the kind that a retailer imports, in `examples/products/`."""

from __future__ import annotations

from sqlalchemy.orm import Session

from configurator.config import ROOT
from configurator.products.importing import take_in
from configurator.products.table import read_table
from configurator.stores.models import Tenant

TABLES = ROOT / "examples" / "products"


def seed(session: Session, tenant: Tenant) -> None:
    """Fill the catalogue of a demonstration's retailer; nothing for one that has no table."""
    file = TABLES / f"{tenant.slug}.csv"
    if file.is_file():
        take_in(session, tenant, read_table(file.read_bytes()))

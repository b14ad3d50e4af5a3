"""The demonstration's sets, in `examples/sets/`."""

from __future__ import annotations

import json

from sqlalchemy.orm import Session

from configurator.config import ROOT
from configurator.sets.models import ItemSet
from configurator.stores.models import Tenant

SETS = ROOT / "examples" / "sets"


def seed(session: Session, tenant: Tenant) -> None:
    """What a demonstration's retailer offers; nothing for one that has no file."""
    file = SETS / f"{tenant.slug}.json"
    for kept in json.loads(file.read_text("utf-8")) if file.is_file() else ():
        name, body = kept["name"], json.dumps(kept["items"])
        session.add(ItemSet(tenant_id=tenant.id, name_pl=name["pl"], name_en=name["en"], body=body))
        session.flush()

"""`configurator key`: the keys of a retailer's own systems, its tills, ERP or CRM."""

from __future__ import annotations

import argparse
from contextlib import closing
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from configurator.commands.plan_argument import put_json
from configurator.config import SettingError, Settings
from configurator.db import Database
from configurator.errors import Refused
from configurator.stores.models import Store, Tenant
from configurator.systems import keys
from configurator.systems.models import ApiKey


def add_to(commands: Any) -> None:
    parser = commands.add_parser("key", help="make, list and revoke the keys of a retailer's systems")
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
    make = verbs.add_parser("make", help="a new key, told once")
    make.add_argument("--name", required=True, help="which system it is for")
    make.add_argument("--right", action="append", choices=keys.RIGHTS, help="what it opens; purchases when left out")
    listed = verbs.add_parser("list", help="the keys there are")
    revoke = verbs.add_parser("revoke", help="from now on the key opens nothing")
    revoke.add_argument("id")
    for verb in (make, listed, revoke):
        verb.add_argument("--store", required=True, help="any store of the retailer, as in its address /s/STORE/")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    try:
        with closing(Database(Settings.read().database_url)) as database, database.writing() as session:
            tenant = _tenant(session, options.store)
            if options.verb == "make":
                rights = options.right or [keys.PURCHASES]
                put_json({"name": options.name, "key": keys.make(session, tenant, options.name, rights)})
            elif options.verb == "revoke":
                keys.revoke(session, tenant, options.id)
            if options.verb != "make":
                put_json({"keys": [_told(key) for key in keys.keys_of(session, tenant)]})
    except Refused as refused:
        raise SettingError(refused.text) from refused


def _tenant(session: Session, slug: str) -> Tenant:
    store = session.scalar(select(Store).where(Store.slug == slug))
    if store is None:
        raise SettingError(f"--store: there is no store {slug!r}")
    return store.tenant


def _told(key: ApiKey) -> dict[str, Any]:
    revoked = key.revoked_at.isoformat() if key.revoked_at else None
    return {"id": key.id, "name": key.name, "rights": key.rights, "made": key.made_at.isoformat(), "revoked": revoked}

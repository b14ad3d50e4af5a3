"""`configurator import FILE`: a plan file becomes a new project; prints its code and how many rooms are enclosed."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from sqlalchemy import select

from configurator.accounts import visits
from configurator.commands.plan_argument import add_plan, put_json, read_plan
from configurator.config import Settings
from configurator.db import Database
from configurator.projects import service
from configurator.projects.code import spoken
from configurator.stores.models import Store
from rooms.edit import Origin
from rooms.fault import Fault
from rooms.outline import find_rooms


def add_to(commands: Any) -> None:
    parser = commands.add_parser("import", help="a plan file becomes a new project; prints its code")
    add_plan(parser)
    parser.add_argument("--store", help="the store's short name; may be left out when there is one")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    plan = read_plan(options.plan, options.unit)
    rooms = len(find_rooms(plan).rooms)
    if not rooms:
        print("rooms: none, for no walls enclose one; draw what is missing in the studio", file=sys.stderr)  # noqa: T201 - a command tells
    with Database(Settings.read().database_url).writing() as session:
        wanted = select(Store).where(Store.slug == options.store) if options.store else select(Store)
        stores = session.scalars(wanted).all()
        if len(stores) != 1:
            raise Fault("--store", "no_such_store" if options.store else "name_a_store")
        visitor, _ = visits.begin_guest(session, stores[0].tenant, channel="desk")
        origin = Origin("import", options.plan)
        project = service.begin_from_document(session, stores[0], visitor, plan.document, origin=origin)
        put_json({"code": spoken(project.code), "rooms": rooms})
    sys.stdout.flush()

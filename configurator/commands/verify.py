"""`configurator verify`: caches are what the log says; the ledger is as it was signed, guarded, and counted right."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from contextlib import closing
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from configurator import added_only
from configurator.commands.plan_argument import put_json
from configurator.config import Settings
from configurator.db import Database
from configurator.offers import checkpoints, counted, feed
from configurator.projects.contribution import log_of
from configurator.projects.models import Project
from rooms.variant import Variant, fold_variant


def add_to(commands: Any) -> None:
    parser = commands.add_parser("verify", help="compare caches with the log, check the ledger and its checkpoints")
    parser.set_defaults(run=run)


def run(_options: argparse.Namespace) -> int:
    """Exit code 1 when anything differs."""
    settings = Settings.read()
    with closing(Database(settings.database_url)) as database, database.reading() as session:
        unguarded = [{"table": name, "what": "not_guarded"} for name in added_only.unguarded(session.connection())]
        found = [*unguarded, *_wrong_heads(session), *checkpoints.broken(session, settings.secret_key)]
        found += feed.broken(session)
        found += counted.wrong(session)
        if not found:
            found += counted.wrongly_owed(session)
    put_json({"wrong": found})
    return 1 if found else 0


def _wrong_heads(session: Session) -> Iterator[dict[str, Any]]:
    for project in session.scalars(select(Project)).unique().all():
        edits = log_of(session, project)
        if project.head_seq != (edits[-1].seq if edits else 0):
            yield {"project": project.id, "what": "head_seq"}
        variants = {row.id: Variant(row.id, row.parent_id, row.grew_from_seq) for row in project.variants}
        for row in project.variants:
            if json.loads(row.head_plan) != fold_variant(edits, variants, row.id):
                yield {"project": project.id, "variant": row.id, "what": "head_plan"}

"""`configurator pdf PLAN-OR-CODE -o out.pdf`: the documents of a project, or of a plan file without store and fee."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path
from typing import Any

from sqlalchemy import select

from configurator.app import create_app
from configurator.commands.plan_argument import read_plan
from configurator.db import database, now
from configurator.exports import service
from configurator.exports.subject import Subject
from configurator.files import files
from configurator.i18n import LANGUAGES
from configurator.projects.code import read_code
from configurator.projects.models import Project
from configurator.web import settings
from rooms.drawing.paper import PAPERS
from rooms.fault import Fault


def add_to(commands: Any) -> None:
    parser = commands.add_parser("pdf", help="the documents of a project, or of a plan file, to print")
    parser.add_argument("plan", metavar="PLAN-OR-CODE", help="a plan file, - for standard input, or a project's code")
    parser.add_argument("-o", "--output", required=True, type=Path)
    parser.add_argument("--pages", nargs="+", metavar="PAGE", choices=service.KEYS, help=", ".join(service.KEYS))
    parser.add_argument("--language", choices=LANGUAGES, default="pl")
    parser.add_argument("--paper", choices=tuple(PAPERS), default="a4", help="of the drawings; lists are on A4")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    subject = replace(_subject(options.plan, options.language), paper=options.paper)
    options.output.write_bytes(service.document(subject, options.pages).pdf)


def _subject(named: str, language: str) -> Subject:
    """A file of this name comes first; else it must be a code."""
    code = read_code(named)
    if code is None or Path(named).exists():
        return service.subject_of_plan(read_plan(named), language=language, at=now())
    return _project(code, language)


def _project(code: str, language: str) -> Subject:
    """As a visitor would get it who reads this language."""
    app = create_app()
    try:
        with app.test_request_context(query_string={"lang": language}), database().reading() as session:
            project = session.scalar(select(Project).where(Project.code == code, Project.deleted_at.is_(None)))
            if project is None:
                raise Fault("code", "unknown", found=code)
            return service.subject_of(session, files(), project, language=language, base_url=settings().base_url)
    finally:
        app.extensions["database"].engine.dispose()

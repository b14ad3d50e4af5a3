"""What the desk's pages of brought files share: the file of the address, and refusals told on the page itself."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from functools import wraps
from http import HTTPStatus
from typing import Any, Protocol

from flask import request
from sqlalchemy.orm import Session
from werkzeug.datastructures import MultiDict

from configurator.errors import Refused
from configurator.imports import waiting
from configurator.imports.waiting import File
from configurator.stores.models import Tenant
from configurator.uploads.service import Sent, sent
from configurator.web import begin, manager_at, reading

TOLD = (HTTPStatus.BAD_REQUEST, HTTPStatus.CONFLICT)
Form = MultiDict[str, str]


class Page(Protocol):
    """Renders a page of brought files; `form` is what was typed and refused."""

    def __call__(self, slug: str, *, wrong: Refused | None = None, form: Form | None = None) -> str: ...


def told_on(
    page: Page, *, keeps_form: bool = False, also: Collection[str] = ()
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """The view's refusals are told on the page: those of what was sent, and `also` these reasons."""

    def decorated(view: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(view)
        def answered(slug: str, **named: Any) -> Any:
            try:
                return view(slug, **named)
            except Refused as refused:
                if refused.status not in TOLD and refused.reason not in also:
                    raise
                return page(slug, wrong=refused, form=request.form if keeps_form else None), refused.status

        return answered

    return decorated


def sent_by_manager(slug: str, *takes: str, most: int, missing: str) -> Sent:
    """The request's file, from a manager and of a kind that the page takes; Refused as `sent`."""
    with reading() as session:
        manager_at(session, slug)
    return sent(*takes, slug=slug, most=most, missing=missing)


@contextmanager
def waiting_file(slug: str, table: type[File], file_id: str) -> Iterator[tuple[Session, Tenant, File]]:
    """A transaction of a manager's, with the file that waits; NotFound `no_brought_file`."""
    with begin() as session:
        store, _ = manager_at(session, slug)
        yield session, store.tenant, waiting.find(session, table, store.tenant, file_id)

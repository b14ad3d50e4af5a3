"""A project's list of products: put on, counted anew, taken off, by the customer or by staff for the customer."""

from __future__ import annotations

import re
import secrets
from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from configurator.db import lock, now
from configurator.errors import Conflict, Refused
from configurator.products import catalogue
from configurator.products.amounts import MOST, read_quantity
from configurator.products.models import ListChange, ListedProduct, Product
from configurator.projects.grants import Access
from configurator.projects.models import Project

KEY = re.compile(r"[\w-]{16,64}", re.ASCII)
MOST_LINES = 200


def listed(session: Session, project: Project) -> Sequence[ListedProduct]:
    """What stands on the list, in the order in which it came."""
    wanted = select(ListedProduct).where(ListedProduct.project_id == project.id, ListedProduct.hundredths > 0)
    return session.scalars(wanted.order_by(ListedProduct.listed_at, ListedProduct.product_id)).all()


def add(session: Session, access: Access, product: Product, quantity: object, *, key: str) -> ListedProduct:
    """So many more of the product. Safe to repeat: the `key` is counted once, whatever else it then says."""
    more = read_quantity(quantity, product.unit)
    lock(session, access.project)
    if (known := _done(session, access, key)) is not None:
        return known
    line = _line(session, access, product)
    if line.hundredths + more > MOST:
        raise Refused(f"quantity_{product.unit}", path="quantity")
    return _put(session, access, line, line.hundredths + more, key)


def count(
    session: Session, access: Access, product_id: str, quantity: object, *, version: int, key: str
) -> ListedProduct:
    """So many of it from now on; Conflict when somebody has changed the line since `version`."""
    product = catalogue.by_id(session, access.project.tenant_id, product_id)
    hundredths = read_quantity(quantity, product.unit)
    return _change(session, access, product, hundredths, version, key)


def take_off(session: Session, access: Access, product_id: str, *, version: int, key: str) -> ListedProduct:
    """None of it any more; what was taken off already stays so."""
    product = catalogue.by_id(session, access.project.tenant_id, product_id)
    return _change(session, access, product, 0, version, key)


def read_key(sent: object) -> str:
    """The client's key of a change; Refused for one that two clients might both think of."""
    if not isinstance(sent, str) or not KEY.fullmatch(sent):
        raise Refused("not_an_id", path="id")
    return sent


def new_key() -> str:
    return secrets.token_urlsafe(24)


def _change(
    session: Session, access: Access, product: Product, hundredths: int, version: int, key: str
) -> ListedProduct:
    lock(session, access.project)
    if (known := _done(session, access, key)) is not None:
        return known
    line = session.get(ListedProduct, (access.project.id, product.id), populate_existing=True)
    if line is None or (line.hundredths == 0 and hundredths):
        raise Conflict("line_gone")
    if line.hundredths == hundredths:
        return line
    if line.version != version:
        raise Conflict("line_changed")
    return _put(session, access, line, hundredths, key)


def _put(session: Session, access: Access, line: ListedProduct, hundredths: int, key: str) -> ListedProduct:
    line.hundredths, line.version = hundredths, line.version + 1
    session.add(
        ListChange(
            project_id=line.project_id,
            key=key,
            tenant_id=line.tenant_id,
            product_id=line.product_id,
            hundredths=hundredths,
            actor_id=access.visitor.actor_id,
            role=access.role,
        )
    )
    session.flush()
    return line


def _done(session: Session, access: Access, key: str) -> ListedProduct | None:
    """The line that the change of this key was about, when it was made already."""
    made = session.get(ListChange, (access.project.id, key))
    return None if made is None else session.get_one(ListedProduct, (access.project.id, made.product_id))


def _line(session: Session, access: Access, product: Product) -> ListedProduct:
    """The product's line; one that is empty is the visitor's from now on."""
    line = session.get(ListedProduct, (access.project.id, product.id), populate_existing=True)
    if line is not None and line.hundredths:
        return line
    _check_room(session, access.project)
    if line is None:
        line = ListedProduct(
            project_id=access.project.id,
            product_id=product.id,
            tenant_id=product.tenant_id,
            product=product,
            hundredths=0,
            version=0,
        )
        session.add(line)
    line.actor_id, line.role, line.listed_at = access.visitor.actor_id, access.role, now()
    return line


def _check_room(session: Session, project: Project) -> None:
    wanted = select(func.count()).where(ListedProduct.project_id == project.id, ListedProduct.hundredths > 0)
    if (session.scalar(wanted) or 0) >= MOST_LINES:
        raise Refused("list_full", most=MOST_LINES)

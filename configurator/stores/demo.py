"""The demonstration: three retailers with their stores and staff, so that a fresh start has something to show."""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass

from pyotp import random_base32
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from configurator.accounts import service as accounts
from configurator.config import ROOT
from configurator.db import Database
from configurator.offers.terms import publish
from configurator.orders import demo as samples_demo
from configurator.products import demo as products_demo
from configurator.sets import demo as sets_demo
from configurator.stores.models import Store, Tenant

TERMS = ROOT / "examples" / "terms"
WEEK = json.dumps({day: ["10:00", "20:00"] for day in range(1, 7)})
TENANTS = {
    "dom-i-mebel": ("Dom i Mebel", "furniture"),
    "salon-lazienek": ("Salon Łazienek", "bathroom"),
    "farby-kolor": ("Farby Kolor", "paint"),
}
STORES = (
    ("dom-i-mebel", "dom-i-mebel-krakow", "Dom i Mebel Kraków", "ul. Pokazowa 12, 30-001 Kraków", "12 000 00 12"),
    ("dom-i-mebel", "dom-i-mebel-poznan", "Dom i Mebel Poznań", "ul. Przykładowa 4, 60-001 Poznań", "61 000 00 04"),
    ("salon-lazienek", "salon-lazienek", "Salon Łazienek", "ul. Wzorcowa 7, 00-001 Warszawa", "22 000 00 07"),
    ("farby-kolor", "farby-kolor", "Farby Kolor", "", "32 000 00 21"),
)


STAFF = (
    ("dom-i-mebel-krakow", "projektant@dom-i-mebel.example", "Ewa Projektantka", "designer"),
    ("dom-i-mebel-krakow", "kierownik@dom-i-mebel.example", "Marek Kierownik", "manager"),
    ("dom-i-mebel-poznan", "poznan@dom-i-mebel.example", "Jan Projektant", "designer"),
    ("dom-i-mebel-poznan", "kierowniczka@dom-i-mebel.example", "Hanna Kierowniczka", "manager"),
    ("salon-lazienek", "projektant@salon-lazienek.example", "Ola Projektantka", "designer"),
    ("salon-lazienek", "kierownik@salon-lazienek.example", "Piotr Kierownik", "manager"),
    ("farby-kolor", "obsluga@farby-kolor.example", "Iga Kolorystka", "manager"),
)


@dataclass(frozen=True)
class LogIn:
    """What a member of the demonstration's staff signs in with; `secret` makes the six-digit codes."""

    store: str
    email: str
    password: str
    secret: str


def seed_when_empty(database: Database) -> list[LogIn]:
    """Write the demonstration into a database that has no retailer yet; the log-ins it made, told only here."""
    with database.writing() as session:
        if session.scalar(select(func.count()).select_from(Tenant)):
            return []
        return seed(session)


def seed(session: Session) -> list[LogIn]:
    tenants = {slug: Tenant(slug=slug, name=name, kind=kind) for slug, (name, kind) in TENANTS.items()}
    session.add_all(tenants.values())
    session.flush()
    stores = {
        slug: Store(tenant_id=tenants[tenant].id, slug=slug, name=name, address=address, phone=phone, opening=WEEK)
        for tenant, slug, name, address, phone in STORES
    }
    session.add_all(stores.values())
    session.flush()
    for slug, tenant in tenants.items():
        terms = json.loads((TERMS / f"{slug}.json").read_text("utf-8"))
        publish(session, tenant, samples_demo.terms_of(slug, terms))
        samples_demo.seed(session, tenant)
        products_demo.seed(session, tenant)
        sets_demo.seed(session, tenant)
    return [_add_staff(session, stores[slug], *person) for slug, *person in STAFF]


def _add_staff(session: Session, store: Store, email: str, name: str, role: str) -> LogIn:
    log_in = LogIn(store.slug, email, secrets.token_urlsafe(9), random_base32())
    accounts.add_staff(
        session, store.tenant, store, email=email, name=name, role=role, password=log_in.password, secret=log_in.secret
    )
    return log_in

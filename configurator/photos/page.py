"""What the page of a project's photos begins with: photos, paints, rights, and where the rest is found."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from sqlalchemy.orm import Session

from configurator.decks.service import catalogue_url, deck_of
from configurator.desk.contact import contact_of
from configurator.offers import quotes
from configurator.orders import counter as counters
from configurator.orders.trays import design_paints
from configurator.photos import service
from configurator.projects import service as projects
from configurator.projects.code import spoken
from configurator.projects.grants import Access
from configurator.stores.models import Store
from configurator.stores.service import hours_in_words, stores_of
from configurator.studio.suggestions import suggested


def boot(session: Session, store: Store, access: Access) -> dict[str, Any]:
    project = access.project
    deck = deck_of(session, store.tenant_id)
    own = [*service.paints_of(session, project), *design_paints(project, deck)]
    return {
        "project": {
            "id": project.id,
            "code": spoken(project.code),
            "name": project.name,
            "url": f"/api/v1/projects/{project.id}",
            "address": f"/s/{store.slug}/p/{project.code}",
        },
        "right": access.right,
        "visitor": access.visitor.role,
        "may_edit": access.may("editor"),
        "has_plan": bool(projects.head_plan(projects.first_variant(project)).walls),
        "contact": asdict(contact_of(session, access.visitor)),
        "fee": quotes.quote(session, project),
        "stores": [{"id": one.id, "name": one.name} for one in stores_of(session, store.tenant_id)],
        "store": {"id": store.id, "slug": store.slug, "hours": hours_in_words(store), "phone": store.phone},
        "samples": counters.shown(session, store, access.visitor, project),
        "photos": [service.as_data(photo, to=access.visitor.actor_id) for photo in service.photos_of(session, project)],
        "paints": list(dict.fromkeys(own)),
        "suggested": suggested(deck),
        "deck": catalogue_url(session, store.tenant_id, store.slug),
    }

"""What the studio knows of products: of which kinds some are sold, and where they and the list are found."""

from __future__ import annotations

from typing import Any

from sqlalchemy.orm import Session

from configurator.product_models import service as models
from configurator.products.catalogue import kinds_sold
from configurator.projects.models import Project
from configurator.stores.models import Store


def products_for(session: Session, store: Store, project: Project) -> dict[str, Any] | None:
    """None where the retailer sells no products."""
    kinds = kinds_sold(session, store.tenant_id)
    if not kinds:
        return None
    return {
        "kinds": kinds,
        "find": f"/api/v1/stores/{store.slug}/products",
        "list": f"/s/{store.slug}/p/{project.code}/products",
        "models": f"/api/v1/stores/{store.slug}/models" if models.are_there(session, store.tenant_id) else None,
    }

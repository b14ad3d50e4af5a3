"""What a plan document may hold, as `plan.json` describes it for the browser too, and the check of a whole one."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from rooms.fault import Fault
from rooms.fields import check_field

Document = dict[str, Any]
DESCRIPTION: Mapping[str, Any] = json.loads(Path(__file__).with_name("plan.json").read_text("utf-8"))
VERSION: int = DESCRIPTION["version"]
COLLECTIONS: Mapping[str, Any] = DESCRIPTION["collections"]


def checked(document: object) -> Document:
    """The document itself, when every place in it is as `plan.json` describes; else Fault with the place."""
    if not isinstance(document, dict):
        raise Fault("", "not_an_object")
    if document.get("version") != VERSION:
        raise Fault("version", "unknown_version", wanted=VERSION)
    for name in document:
        if name not in COLLECTIONS and name not in ("version", "plan"):
            raise Fault(name, "unknown_collection")
    check_head(document.get("plan", {}))
    for collection in COLLECTIONS:
        _check_collection(collection, document.get(collection, {}))
    return document


def check_head(values: object, path: str = "plan") -> None:
    """The plan's own fields: name, purpose, north."""
    if not isinstance(values, dict):
        raise Fault(path, "not_an_object")
    for name, value in values.items():
        if name not in DESCRIPTION["plan"]:
            raise Fault(f"{path}/{name}", "unknown_field")
        check_field(f"{path}/{name}", value, DESCRIPTION["plan"][name])


def check_entity(collection: str, id_: str, values: object, *, whole: bool) -> None:
    """One entity's fields; `whole` wants the required ones too, as a document does and an edit does not."""
    path = f"{collection}/{id_}"
    described = COLLECTIONS[collection]
    check_field(path, id_, {"type": "id"})
    if id_[0] != described["letter"]:
        raise Fault(path, "wrong_letter", wanted=described["letter"])
    if not isinstance(values, dict):
        raise Fault(path, "not_an_object")
    for name, value in values.items():
        if name not in described["fields"]:
            raise Fault(f"{path}/{name}", "unknown_field")
        check_field(f"{path}/{name}", value, described["fields"][name])
    if collection == "walls" and values.get("bulge") and values.get("thickness_b") is not None:
        raise Fault(f"{path}/thickness_b", "arc_does_not_taper")
    if whole and (lacking := missing_fields(collection, values)):
        raise Fault(f"{path}/{lacking[0]}", "missing")


def missing_fields(collection: str, values: Mapping[str, Any]) -> list[str]:
    """The required fields that the entity lacks."""
    fields = COLLECTIONS[collection]["fields"]
    return [name for name, rule in fields.items() if rule.get("required") and values.get(name) is None]


def _check_collection(collection: str, entities: object) -> None:
    if not isinstance(entities, dict):
        raise Fault(collection, "not_an_object")
    if len(entities) > COLLECTIONS[collection]["most"]:
        raise Fault(collection, "too_many", most=COLLECTIONS[collection]["most"], found=len(entities))
    for id_, values in entities.items():
        check_entity(collection, id_, values, whole=True)

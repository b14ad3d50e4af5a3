"""Schemes kept with a project: changed, chosen, removed."""

from __future__ import annotations

from flask import Flask

from tests.configurator.people import guest
from tests.configurator.schemes.keeping import BOLD, CALM, kept_scheme, schemes_of


def test_a_kept_scheme_is_told_with_its_room_and_its_picture(app: Flask) -> None:
    owner = guest(app)
    kept_scheme(owner)
    (scheme,) = schemes_of(owner)
    assert {slot["slot"]: slot["value"] for slot in scheme["slots"]} == CALM
    assert (scheme["room"], scheme["locked"], scheme["chosen"], scheme["votes"]) == (0, ["floor"], False, [])
    assert owner.client.get(scheme["picture"]).mimetype == "image/webp"


def test_keeping_the_same_twice_keeps_one(app: Flask) -> None:
    owner = guest(app)
    assert kept_scheme(owner).json["id"] == kept_scheme(owner).json["id"]


def test_a_change_of_an_old_version_is_refused(app: Flask) -> None:
    owner = guest(app)
    kept = kept_scheme(owner).json
    url = f"/api/v1/projects/{owner.project_id}/schemes/{kept['id']}"
    changed = {"name": "Inny", "slots": BOLD, "version": 1}
    assert owner.client.put(url, json=changed).json["version"] == 2
    assert owner.client.put(url, json=changed).status_code == 409
    assert schemes_of(owner)[0]["name"] == "Inny"


def test_one_scheme_of_a_room_is_chosen(app: Flask) -> None:
    owner = guest(app)
    ids = [kept_scheme(owner, "A").json["id"], kept_scheme(owner, "B", BOLD).json["id"]]
    for id_ in ids:
        owner.client.post(f"/api/v1/projects/{owner.project_id}/schemes/{id_}/chosen")
    assert [scheme["chosen"] for scheme in schemes_of(owner)] == [False, True]


def test_a_removed_scheme_is_gone_and_removing_it_again_is_safe(app: Flask) -> None:
    owner = guest(app)
    url = f"/api/v1/projects/{owner.project_id}/schemes/{kept_scheme(owner).json['id']}"
    assert [owner.client.delete(url).status_code for _ in range(2)] == [204, 204]
    assert schemes_of(owner) == []


def test_a_scheme_stays_when_its_room_is_torn_down_and_has_no_picture(app: Flask) -> None:
    owner = guest(app)
    kept_scheme(owner)
    document = owner.client.get(f"/api/v1/projects/{owner.project_id}/variants/{owner.variant}").json["document"]
    owner.send(owner.edit({}, remove=(f"walls/{next(iter(document['walls']))}",)))
    (scheme,) = schemes_of(owner)
    assert (scheme["room"], scheme["picture"]) == (None, None)
    assert owner.client.get(f"/s/{owner.store}/p/{owner.code}/schemes").status_code == 200

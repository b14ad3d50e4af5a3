"""The offline page carries everything that it needs, and nothing in it can end its scripts early."""

from __future__ import annotations

import json
import re
from base64 import b64decode
from pathlib import Path

from rooms.pictures.glb_guest import OwnModel
from rooms.pictures.viewer import viewer_html
from rooms.plan import Plan
from rooms.scene import describe

ROOM = json.loads((Path(__file__).parents[2] / "cases/scene/room.json").read_text("utf-8"))["plan"]


def page(bundle: str = "run()", title: str = "Pokój", language: str = "pl") -> str:
    return viewer_html(describe(Plan.read(ROOM), None, {}.get), bundle, title=title, language=language)


def carried(text: str) -> dict:
    return json.loads(re.search(r'id="model">(.*?)</script>', text, re.DOTALL)[1])


def test_the_page_carries_the_scene_and_the_kinds_that_stand_in_it():
    model = carried(page())
    assert model["scene"] == json.loads(json.dumps(describe(Plan.read(ROOM), None, {}.get)))
    assert [kind["kind"] for kind in model["kinds"]] == ["sofa", "wall_cabinet"]


def test_a_model_of_its_own_is_carried_once_for_all_things_that_have_it():
    own = OwnModel(b"glTF", (1000, 500, 800))
    scene = describe(Plan.read(ROOM), None, {}.get)
    model = carried(viewer_html(scene, "run()", title="Pokój", models={"i1": own, "i2": own}))
    assert [b64decode(body) for body in model["models"]] == [b"glTF"]
    assert model["owners"] == {id_: {"model": 0, "size": [1000, 500, 800]} for id_ in ("i1", "i2")}


def test_the_page_asks_nobody_for_anything():
    assert not re.search(r"(src|href)=\"(?!data:)", page())


def test_no_text_ends_a_script_early():
    text = page(bundle='x = "</script><script>alert(1)"', title="</title><b>")
    assert len(re.findall("</script>", text)) == 2
    assert "<title>&lt;/title&gt;&lt;b&gt;</title>" in text


def test_the_page_speaks_the_language_asked_for():
    assert '<html lang="en">' in page(language="en")
    assert carried(page(language="en"))["words"]["walk"] == "Go inside"

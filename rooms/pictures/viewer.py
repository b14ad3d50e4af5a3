"""A scene as one HTML file that needs no network: the model, the kinds of its things, and the viewer's own bundle.

The bundle is the text that `static/build.mjs` makes of `static/js/pages/viewer.js`; it must not import anything.
"""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Any

from rooms import kinds as kinds_folder
from rooms.pictures.glb import NO_MODELS
from rooms.pictures.glb_guest import OwnModel
from rooms.scene import Scene

WORDS = {
    "pl": {
        "model": "Model 3D. Strzałki obracają, plus i minus przybliżają, Home pokazuje całość.",
        "walk": "Wejdź do środka",
        "orbit": "Wróć do makiety",
        "home": "Pokaż całość",
        "card": "Kolory jak na próbniku",
        "unsupported": "Ta przeglądarka nie pokazuje grafiki 3D. Otwórz plik w nowszej przeglądarce.",
    },
    "en": {
        "model": "3D model. Arrows turn it, plus and minus zoom, Home shows everything.",
        "walk": "Go inside",
        "orbit": "Back to the model",
        "home": "Show everything",
        "card": "Colours as on the sample card",
        "unsupported": "This browser cannot show 3D graphics. Open the file in a newer browser.",
    },
}
STYLE = """
html, body { margin: 0; height: 100%; font: 1rem/1.5 system-ui, sans-serif; color: #161616; background: #fff }
body { display: flex; flex-direction: column }
header { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; padding: 8px 16px }
h1 { font-size: 1.125rem; margin: 0; flex: 1 }
button { min-height: 44px; padding: 0 16px; font: inherit; color: inherit; background: #fff }
button { border: 1px solid #8a8a8a; border-radius: 10px }
button[aria-pressed=true] { color: #fff; background: #161616 }
button:focus-visible, canvas:focus-visible { outline: 3px solid #161616; outline-offset: 2px }
main { flex: 1; min-height: 0 }
canvas:focus-visible { outline-offset: -3px }
p { padding: 0 16px }
"""
PAGE = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<link rel="icon" href="data:,">
<style>{style}</style>
</head>
<body>
<header><h1>{title}</h1></header>
<main id="view"></main>
<script type="application/json" id="model">{model}</script>
<script type="module">{bundle}</script>
</body>
</html>
"""


def viewer_html(
    scene: Scene, bundle: str, *, title: str, language: str = "pl", models: Mapping[str, OwnModel] = NO_MODELS
) -> str:
    """The file's text. `title` is shown above the model; `language` is pl or en.

    `models` are those that things have of their own, by the things' ids; each goes into the file once.
    """
    bodies = list(dict.fromkeys(model.glb for model in models.values()))
    model = {
        "scene": scene,
        "kinds": _kinds_of(scene),
        "words": WORDS[language],
        "models": [b64encode(body).decode() for body in bodies],
        "owners": {id_: {"model": bodies.index(own.glb), "size": own.size} for id_, own in models.items()},
    }
    return PAGE.format(
        language=language,
        title=escape(title),
        style=STYLE,
        model=json.dumps(model, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c"),
        bundle=re.sub(r"<(/script|!--)", r"\\x3c\1", bundle, flags=re.IGNORECASE),
    )


def _kinds_of(scene: Scene) -> list[Any]:
    """The documents of the kinds that stand in the scene; a kind that is not known here has none."""
    folder = Path(kinds_folder.__file__).parent
    used = sorted({item["kind"] for item in scene["items"]} & set(kinds_folder.KINDS))
    return [json.loads((folder / f"{kind}.json").read_text("utf-8")) for kind in used]

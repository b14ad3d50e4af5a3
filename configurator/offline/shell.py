"""One build of the studio's shell: every file that it needs to stand up without a network."""

from __future__ import annotations

import json
from functools import cache
from hashlib import sha256

from configurator.assets import DIST, manifest, shell_files
from configurator.config import ROOT
from configurator.i18n import LANGUAGES
from configurator.studio.views import CATALOGUES, catalogue_url

WORKER = "js/pages/service_worker.js"
SOURCES = ("templates/layout.html", "templates/offline/offline.html", "configurator/words/offline.json")


@cache
def build() -> str:
    """A digest of the files' names, which tell their content, and of what the offline page is made of."""
    made_of = [*files(), *((ROOT / source).read_text("utf-8") for source in SOURCES)]
    return sha256(json.dumps(made_of).encode()).hexdigest()[:12]


def files() -> list[str]:
    """The addresses to keep: scripts, styles, fonts, icons, catalogues, and the offline page in each language."""
    catalogues = [catalogue_url(name) for name in CATALOGUES]
    return [*shell_files(), *catalogues, *(f"/offline/{language}" for language in LANGUAGES)]


def worker() -> str:
    """The service worker's script; it changes with the build, which is how a browser learns of a new one."""
    script = (DIST / manifest()[WORKER]["file"]).read_text("utf-8")
    return f"self.SHELL={json.dumps({'build': build(), 'files': files()})};\n{script}"

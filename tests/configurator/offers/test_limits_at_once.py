"""Many processes at a rule that may be used so often: never one use too many, never one that nobody got.

`make prove` has 16 processes at 200 uses; `LIMIT_PROCESSES` and `LIMIT_GRANTS` say how many.
"""

from __future__ import annotations

import os

from configurator.bench.limits import Contest, contest
from tests.proofs import note_part

PROCESSES = int(os.environ.get("LIMIT_PROCESSES", "4"))
GRANTS = int(os.environ.get("LIMIT_GRANTS", "20"))


def test_processes_at_once_use_a_rule_as_often_as_its_limit_says(database_url: str) -> None:
    found = contest(database_url, Contest(GRANTS, GRANTS + 5, PROCESSES, projects_each=4))
    told = {name: found[name] for name in ("granted", "too_many", "lost", "wrong")}
    if "LIMIT_GRANTS" in os.environ:
        failures = [] if told == {"granted": GRANTS, "too_many": 0, "lost": 0, "wrong": 0} else [str(found)]
        part = int(database_url.startswith("postgresql"))
        note_part("limits", part, runs=found["tried"], failures=failures, grants=GRANTS, processes=PROCESSES)
    assert told == {"granted": GRANTS, "too_many": 0, "lost": 0, "wrong": 0}

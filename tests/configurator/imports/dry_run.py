"""A dry run on a page of brought files."""

from __future__ import annotations

import re


def shown_on(page: str) -> str:
    """What names the dry run that the page shows."""
    found = re.search(r'name="shown" value="(\w+)"', page)
    assert found, page
    return found[1]

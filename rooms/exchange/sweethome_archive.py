"""The home's XML out of its zip archive, without ever unpacking what a hostile archive may hold."""

from __future__ import annotations

from rooms.archive import Archive
from rooms.fault import Fault

HOME = "Home.xml"
SERIALISED_HOME = "Home"
FIRST_VERSION_WITH_XML = "5.3"
MOST_XML_BYTES = 16 * 1024 * 1024


def home_xml(data: bytes) -> bytes:
    """The text of `Home.xml`.

    Raises Fault `damaged_zip`, `too_large`, `too_many_members`, `encrypted`, `no_home_in_archive`, or
    `only_serialised_home` when the home was saved by a version that wrote no XML.
    """
    archive = Archive(data)
    held = set(archive.names)
    if HOME in held:
        return archive.read(HOME, MOST_XML_BYTES)
    if SERIALISED_HOME in held:
        raise Fault(SERIALISED_HOME, "only_serialised_home", save_again_with=FIRST_VERSION_WITH_XML)
    raise Fault("", "no_home_in_archive")

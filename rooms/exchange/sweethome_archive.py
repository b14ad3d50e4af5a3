"""The home's XML out of its zip archive, without ever unpacking what a hostile archive may hold."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from rooms.fault import Fault

HOME = "Home.xml"
SERIALISED_HOME = "Home"
FIRST_VERSION_WITH_XML = "5.3"

MOST_XML_BYTES = 16 * 1024 * 1024
MOST_MEMBERS = 20_000
MOST_RATIO = 250
RATIO_COUNTS_FROM = 1024 * 1024
ENTRY_SIGNATURE = b"PK\x01\x02"
ENCRYPTED = 0x1
PLAIN_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # the others unpack without a limit on what they return

DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OSError,
)
"""What zipfile raises when it meets a damaged archive."""


def home_xml(data: bytes) -> bytes:
    """The text of `Home.xml`.

    Raises Fault `damaged_zip`, `too_large`, `too_many_members`, `encrypted`, `no_home_in_archive`, or
    `only_serialised_home` when the home was saved by a version that wrote no XML.
    """
    if data.count(ENTRY_SIGNATURE) > MOST_MEMBERS:
        raise Fault("", "too_many_members", most=MOST_MEMBERS)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _unpacked(archive, _member(archive))
    except Fault:
        raise
    except DAMAGE as error:
        raise Fault("", "damaged_zip") from error


def _member(archive: zipfile.ZipFile) -> zipfile.ZipInfo:
    held = set(archive.namelist())
    if HOME in held:
        return archive.getinfo(HOME)
    if SERIALISED_HOME in held:
        raise Fault(SERIALISED_HOME, "only_serialised_home", save_again_with=FIRST_VERSION_WITH_XML)
    raise Fault("", "no_home_in_archive")


def _unpacked(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    if member.flag_bits & ENCRYPTED:
        raise Fault(HOME, "encrypted")
    if member.compress_type not in PLAIN_METHODS:
        raise Fault(HOME, "damaged_zip", method=member.compress_type)
    if member.file_size > MOST_XML_BYTES or _bomb(member):
        raise Fault(HOME, "too_large", most=MOST_XML_BYTES)
    with archive.open(member) as packed:
        return packed.read(MOST_XML_BYTES + 1)


def _bomb(member: zipfile.ZipInfo) -> bool:
    return member.file_size > RATIO_COUNTS_FROM and member.file_size > MOST_RATIO * max(member.compress_size, 1)

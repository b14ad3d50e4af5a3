"""A stranger's zip archive, read by name and under limits; nothing of it is ever unpacked to a disk."""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Sequence

from rooms.fault import Fault

MOST_MEMBERS = 20_000
MOST_MEMBER_BYTES = 48 * 1024 * 1024
MOST_UNPACKED_BYTES = 768 * 1024 * 1024
ENTRY_SIGNATURE = b"PK\x01\x02"
ENCRYPTED = 0x1
PLAIN_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # the others unpack without a limit on what they return
PICTURES = (".jpg", ".jpeg", ".png", ".bmp", ".gif", ".webp")
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


class Archive:
    """The members of an archive by their paths, without a leading slash; Fault `damaged_zip`, `too_many_members`."""

    def __init__(self, data: bytes) -> None:
        if data.count(ENTRY_SIGNATURE) > MOST_MEMBERS:
            raise Fault("", "too_many_members", most=MOST_MEMBERS)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            self._members = {tidy(one.filename): one for one in self._zip.infolist() if not one.is_dir()}
        except DAMAGE as error:
            raise Fault("", "damaged_zip") from error
        self._left = MOST_UNPACKED_BYTES

    @property
    def names(self) -> Sequence[str]:
        return list(self._members)

    def read(self, name: str, most: int = MOST_MEMBER_BYTES) -> bytes:
        """The bytes of a member; its size is believed only to refuse it.

        Raises Fault at `name`: `not_in_archive`, `encrypted`, `damaged_zip`, `too_large`.
        """
        member = self._members.get(tidy(name))
        if member is None:
            raise Fault(name, "not_in_archive")
        if member.flag_bits & ENCRYPTED:
            raise Fault(name, "encrypted")
        if member.compress_type not in PLAIN_METHODS:
            raise Fault(name, "damaged_zip", method=member.compress_type)
        allowed = min(most, self._left)
        if member.file_size > allowed:
            raise Fault(name, "too_large", most=most)
        try:
            with self._zip.open(member) as packed:
                data = packed.read(allowed + 1)
        except DAMAGE as error:
            raise Fault(name, "damaged_zip") from error
        if len(data) > allowed:
            raise Fault(name, "too_large", most=most)
        self._left -= len(data)
        return data

    def beside(self, name: str, wanted: str) -> str | None:
        """The member that a file at `name` means by `wanted`: by its path from there, else by its bare name there.

        A picture that is there under neither is the only picture there is, as when a texture was renamed in packing.
        """
        folder = posixpath.dirname(tidy(name))
        told = wanted.replace("\\", "/").strip()
        by_name = {one.casefold(): one for one in self._members}
        for path in (posixpath.join(folder, told), posixpath.join(folder, posixpath.basename(told))):
            if (found := by_name.get(tidy(path).casefold())) is not None:
                return found
        alone = [one for one in self._members if one.startswith(f"{folder}/") and one.casefold().endswith(PICTURES)]
        return alone[0] if told.casefold().endswith(PICTURES) and len(alone) == 1 else None


def tidy(name: str) -> str:
    """The path from the archive's root, as in `a/b.obj`; one that leads out of it names nothing that is there."""
    return posixpath.normpath(name.replace("\\", "/").lstrip("/"))

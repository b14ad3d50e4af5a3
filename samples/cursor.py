"""Reading big-endian binary files that may end anywhere."""

from __future__ import annotations

import struct

from samples.fault import Fault


class Cursor:
    """A place in the bytes; every step past their end is a Fault that names the block being read."""

    def __init__(self, data: bytes, start: int = 0) -> None:
        self._data = data
        self._at = start
        self.block = "header"

    @property
    def at_end(self) -> bool:
        return self._at >= len(self._data)

    def take(self, count: int) -> bytes:
        if count < 0 or self._at + count > len(self._data):
            raise Fault(self.block, "cut_short", byte=self._at)
        self._at += count
        return self._data[self._at - count : self._at]

    def numbers(self, layout: str) -> tuple[int | float, ...]:
        """As `struct` reads the layout, big-endian."""
        return struct.unpack(">" + layout, self.take(struct.calcsize(">" + layout)))

    def integer(self, layout: str) -> int:
        return int(self.numbers(layout)[0])

    def utf16(self, units: int) -> str:
        """Text of so many 16-bit units, its closing zero left out; what cannot be read becomes a question mark."""
        text = self.take(units * 2).decode("utf-16-be", "replace")
        return "".join(letter if letter.isprintable() else "?" for letter in text.rstrip("\0")).strip()

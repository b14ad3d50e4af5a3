"""Pictures of a room in true light: light is followed from windows and lamps, face to face, to the eye.

What is to be drawn is described here without any renderer (`setting`); `python -m rooms.rendering` draws it with
mitsuba in a process of its own, finer pass by pass, where the packages of the extra `rendering` are installed.
"""

from rooms.rendering.setting import Setting, setting
from rooms.rendering.stand import Stand

__all__ = ["Setting", "Stand", "setting"]

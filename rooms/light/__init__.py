"""Light in a room: what falls on its walls after it has gone from surface to surface, by radiosity over any bands.

The bands are the caller's: 31 of the visible spectrum give colours that three of a screen cannot (under lamps the
difference is ΔE 2 to 9). Surfaces send light back evenly to all sides; there is no sun patch and no gloss.
"""

from rooms.light.enclosure import Enclosure, Lamp, Pane, enclosure
from rooms.light.radiosity import Lit, Room

__all__ = ["Enclosure", "Lamp", "Lit", "Pane", "Room", "enclosure"]

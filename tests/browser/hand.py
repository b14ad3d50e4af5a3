"""A hand that draws in the studio by chance: strokes of the pointer, things placed, paints, typed lengths, undo."""

from __future__ import annotations

from random import Random

from playwright.sync_api import Error, Page


class Hand:
    """Draws with the mouse and keys that a person has; the same seed moves it the same way over the same picture."""

    def __init__(self, page: Page, random: Random) -> None:
        self.page = page
        self.random = random

    def stroke(self) -> None:
        """One thing that a person does."""
        strokes = (self.draw_wall, self.drag, self.drag, self.place, self.paint, self.type, self.undo)
        self.random.choice(strokes)()

    def draw_wall(self) -> None:
        self._press('[data-panel="room"]')
        self.page.locator("#panel .stack .button").first.click(timeout=500)
        self._pull(self._somewhere(), self._somewhere())
        self.page.keyboard.press("Escape")
        self.page.keyboard.press("Escape")

    def drag(self) -> None:
        """A wall, a door or a piece of furniture is pulled to another place."""
        box = self._any(".plan .layer-items [data-path], .plan .wall, .plan .layer-openings [data-path]")
        if box is None:
            return
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        self._pull((x, y), (x + self.random.uniform(-60, 60), y + self.random.uniform(-60, 60)))

    def place(self) -> None:
        self._press('[data-panel="furnishing"]')
        self.page.locator("#panel .card").nth(self.random.randrange(6)).click(timeout=500)
        self.page.mouse.click(*self._somewhere())
        self.page.keyboard.press("Escape")

    def paint(self) -> None:
        self._select_wall()
        swatches = self.page.locator(".inspector .swatch").locator("visible=true")
        if count := swatches.count():
            swatches.nth(self.random.randrange(count)).click(timeout=500)

    def type(self) -> None:
        """The exact length of a wall."""
        self._select_wall()
        field = self.page.locator(".inspector .field input").first
        if field.count():
            field.fill(str(self.random.randrange(250, 520)), timeout=500)
            field.press("Enter", timeout=500)

    def undo(self) -> None:
        self.page.locator("#undo").click(timeout=500)

    def _select_wall(self) -> None:
        if box := self._any(".plan .wall"):
            self.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)

    def _press(self, tool: str) -> None:
        """Open a tool's panel, if it is not open."""
        button = self.page.locator(tool)
        if button.get_attribute("aria-pressed", timeout=500) != "true":
            button.click(timeout=500)

    def _any(self, selector: str) -> dict[str, float] | None:
        found = self.page.locator(selector)
        count = found.count()
        box = found.nth(self.random.randrange(count)).bounding_box(timeout=500) if count else None
        return dict(box) if box else None  # type: ignore[call-overload, no-any-return]

    def _somewhere(self) -> tuple[float, float]:
        box = self.page.locator("#plan > svg").bounding_box(timeout=500)
        if box is None:
            raise Error("the plan is not on the screen")
        return (
            box["x"] + box["width"] * self.random.uniform(0.15, 0.85),
            box["y"] + box["height"] * self.random.uniform(0.15, 0.85),
        )

    def _pull(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        self.page.mouse.move(*start)
        self.page.mouse.down()
        self.page.mouse.move(*end, steps=4)
        self.page.mouse.up()

"""The most pairs that can be made of things of which only some go together (Edmonds' blossoms)."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

FREE = -1


def most_pairs(beside: Sequence[Sequence[int]]) -> list[int]:
    """For each thing its partner, or FREE, such that no other choice makes more pairs.

    `beside[one]` lists what goes with `one`; it goes both ways. Takes at most about n³ steps.
    """
    mate = _greedy(beside)
    for root, partner in enumerate(mate):
        if partner == FREE:
            _augment(root, beside, mate)
    return mate


def _greedy(beside: Sequence[Sequence[int]]) -> list[int]:
    """A start: what goes with few is paired first."""
    mate = [FREE] * len(beside)
    for one in sorted(range(len(beside)), key=lambda one: len(beside[one])):
        if mate[one] == FREE:
            free = [other for other in beside[one] if mate[other] == FREE and other != one]
            if free:
                other = min(free, key=lambda other: len(beside[other]))
                mate[one], mate[other] = other, one
    return mate


def _augment(root: int, beside: Sequence[Sequence[int]], mate: list[int]) -> None:
    """Find a path from the root to another free thing along which pairs can be exchanged, and exchange them."""
    search = _Search(root, beside, mate)
    end = search.run()
    while end != FREE:
        before = search.parent[end]
        after = mate[before]
        mate[end], mate[before] = before, end
        end = after


class _Search:
    """One search for such a path; `base` names the blossom that a thing has been drawn into."""

    def __init__(self, root: int, beside: Sequence[Sequence[int]], mate: Sequence[int]) -> None:
        self.root, self.beside, self.mate = root, beside, mate
        self.parent = [FREE] * len(beside)
        self.base = list(range(len(beside)))
        self.is_outer = [False] * len(beside)
        self.queue = deque([root])

    def run(self) -> int:
        self.is_outer[self.root] = True
        while self.queue:
            one = self.queue.popleft()
            for other in self.beside[one]:
                if self.base[one] == self.base[other] or self.mate[one] == other:
                    continue
                if other == self.root or (self.mate[other] != FREE and self.parent[self.mate[other]] != FREE):
                    self._shrink(one, other)
                elif self.parent[other] == FREE:
                    self.parent[other] = one
                    if self.mate[other] == FREE:
                        return other
                    self._reach(self.mate[other])
        return FREE

    def _reach(self, one: int) -> None:
        if not self.is_outer[one]:
            self.is_outer[one] = True
            self.queue.append(one)

    def _shrink(self, one: int, other: int) -> None:
        """Two outer things meet: the odd ring between them is one thing from now on."""
        top = self._meeting(one, other)
        inside: set[int] = set()
        self._mark(one, top, other, inside)
        self._mark(other, top, one, inside)
        for each in range(len(self.base)):
            if self.base[each] in inside:
                self.base[each] = top
                self._reach(each)

    def _meeting(self, one: int, other: int) -> int:
        seen = set()
        while True:
            one = self.base[one]
            seen.add(one)
            if self.mate[one] == FREE:
                break
            one = self.parent[self.mate[one]]
        while self.base[other] not in seen:
            other = self.parent[self.mate[self.base[other]]]
        return self.base[other]

    def _mark(self, one: int, top: int, child: int, inside: set[int]) -> None:
        while self.base[one] != top:
            inside |= {self.base[one], self.base[self.mate[one]]}
            self.parent[one] = child
            child = self.mate[one]
            one = self.parent[self.mate[one]]

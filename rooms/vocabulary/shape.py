"""A closed grammar of sizes: whole-millimetre arithmetic over a thing's measures, parsed and evaluated without eval.

    sum     = product (("+" | "-") product)*
    product = factor (("*" | "/") factor)*            "/" rounds down, towards minus infinity
    factor  = "-" factor | number | name | call | "(" sum ")"
    call    = "min" | "max" "(" sum ("," sum)+ ")"  |  "if" "(" sum order sum "," sum "," sum ")"
            | "cos" | "sin" "(" sum "," sum ")"       a radius and whole degrees, to the nearest mm
    order   = "<" | "<=" | ">" | ">=" | "==" | "!="

The browser's twin is `static/js/model/shape.js`; both answer `tests/cases/shape/`.
"""

from __future__ import annotations

import math
import operator
import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from rooms.fault import Fault

Scope = Mapping[str, int]
Formula = Callable[[Scope], int]

MOST_LETTERS = 200
MOST_DEPTH = 16
MOST_VALUE = 1_000_000_000


def evaluate(expression: object, scope: Scope, path: str = "") -> int:
    """The value of a whole number or an expression; Fault at `path` tells what is wrong, and at which letter."""
    try:
        return formula(expression)(scope)
    except Fault as fault:
        raise Fault(path, fault.reason, **fault.detail) from None


def check_expression(expression: object, path: str) -> None:
    """Raise Fault at `path` unless the expression reads; its names are not looked up."""
    try:
        formula(expression)
    except Fault as fault:
        raise Fault(path, fault.reason, **fault.detail) from None


def formula(expression: object) -> Formula:
    """The expression as a function of the scope."""
    if isinstance(expression, str):
        return _parsed(expression)
    if type(expression) is not int:
        raise Fault("", "not_an_expression")
    value = _bounded(expression)
    return lambda _scope: value


def turned(radius: int, millionths: int) -> int:
    """The radius times a cosine or sine in millionths, to the nearest mm, halves up."""
    return (radius * millionths + 500_000) // 1_000_000


def cosine(degrees: int) -> int:
    """The cosine of whole degrees in millionths, so that both languages reckon in whole numbers."""
    turn = degrees % 360
    half = min(turn, 360 - turn)
    return COSINES[half] if half <= 90 else -COSINES[180 - half]


COSINES = tuple(math.floor(math.cos(math.radians(degrees)) * 1_000_000 + 0.5) for degrees in range(91))


@lru_cache(maxsize=8192)
def _parsed(text: str) -> Formula:
    if len(text) > MOST_LETTERS:
        raise Fault("", "too_long", most=MOST_LETTERS)
    return _Parser(text).whole()


def _bounded(value: int) -> int:
    if not -MOST_VALUE <= value <= MOST_VALUE:
        raise Fault("", "out_of_range", least=-MOST_VALUE, most=MOST_VALUE)
    return value


def _quotient(left: int, right: int) -> int:
    if right == 0:
        raise Fault("", "division_by_zero")
    return left // right


TOKEN = re.compile(r"[0-9]+|[a-z][a-z0-9_]*(?:\.[a-z])?|<=|>=|==|!=|[-+*/(),<>]")
SUMS: Mapping[str, Callable[[int, int], int]] = {"+": operator.add, "-": operator.sub}
PRODUCTS: Mapping[str, Callable[[int, int], int]] = {"*": operator.mul, "/": _quotient}
ORDERS: Mapping[str, Callable[[int, int], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "==": operator.eq,
    "!=": operator.ne,
}
CHOICES: Mapping[str, Callable[[list[int]], int]] = {"min": min, "max": max}
TURNS: Mapping[str, Callable[[int], int]] = {"cos": cosine, "sin": lambda degrees: cosine(degrees - 90)}
FUNCTIONS = {*CHOICES, *TURNS, "if"}


class _Parser:
    """Reads one expression by recursive descent; `_places` are the letters at which the tokens stand."""

    def __init__(self, text: str) -> None:
        self._tokens: list[str] = []
        self._places: list[int] = []
        self._next = 0
        self._depth = 0
        self._split(text)

    def whole(self) -> Formula:
        found = self._sum()
        if self._next < len(self._tokens):
            raise self._unexpected()
        return found

    def _split(self, text: str) -> None:
        at = 0
        while at < len(text):
            if text[at] == " ":
                at += 1
                continue
            if (token := TOKEN.match(text, at)) is None:
                raise Fault("", "unknown_letter", at=at, found=text[at])
            self._tokens.append(token.group())
            self._places.append(at)
            at = token.end()
        self._places.append(len(text))

    def _sum(self) -> Formula:
        return self._chain(SUMS, self._product)

    def _product(self) -> Formula:
        return self._chain(PRODUCTS, self._factor)

    def _chain(self, operations: Mapping[str, Callable[[int, int], int]], part: Callable[[], Formula]) -> Formula:
        left = part()
        while self._peek() in operations:
            left = _joined(operations[self._take()], left, part())
        return left

    def _factor(self) -> Formula:
        self._depth += 1
        if self._depth > MOST_DEPTH:
            raise Fault("", "too_deep", most=MOST_DEPTH, at=self._places[self._next])
        found = self._atom()
        self._depth -= 1
        return found

    def _atom(self) -> Formula:
        sign = self._peek()
        if sign == "-":
            self._take()
            inner = self._factor()
            return lambda scope: -inner(scope)
        if sign == "(":
            self._take()
            inner = self._sum()
            self._expect(")")
            return inner
        if sign[:1].isdigit():
            value = _bounded(int(self._take()))
            return lambda _scope: value
        if sign[:1].isalpha():
            return self._name()
        raise self._unexpected()

    def _name(self) -> Formula:
        at = self._places[self._next]
        name = self._take()
        if self._peek() != "(":
            return _looked_up(name, at)
        if name not in FUNCTIONS:
            raise Fault("", "unknown_function", at=at, found=name)
        self._take()
        found = self._if() if name == "if" else self._call(name, at)
        self._expect(")")
        return found

    def _if(self) -> Formula:
        left = self._sum()
        if self._peek() not in ORDERS:
            raise self._unexpected()
        order = ORDERS[self._take()]
        right = self._sum()
        self._expect(",")
        then = self._sum()
        self._expect(",")
        otherwise = self._sum()
        return lambda scope: then(scope) if order(left(scope), right(scope)) else otherwise(scope)

    def _call(self, name: str, at: int) -> Formula:
        given = [self._sum()]
        while self._peek() == ",":
            self._take()
            given.append(self._sum())
        if len(given) < 2 or (name in TURNS and len(given) > 2):
            raise Fault("", "wrong_count", at=at, wanted=2, found=len(given))
        if name in TURNS:
            turn = TURNS[name]
            return lambda scope: _bounded(turned(given[0](scope), turn(given[1](scope))))
        choice = CHOICES[name]
        return lambda scope: choice([one(scope) for one in given])

    def _peek(self) -> str:
        return self._tokens[self._next] if self._next < len(self._tokens) else ""

    def _take(self) -> str:
        self._next += 1
        return self._tokens[self._next - 1]

    def _expect(self, token: str) -> None:
        if self._peek() != token:
            raise self._unexpected()
        self._next += 1

    def _unexpected(self) -> Fault:
        return Fault("", "unexpected", at=self._places[self._next], found=self._peek())


def _joined(operation: Callable[[int, int], int], left: Formula, right: Formula) -> Formula:
    return lambda scope: _bounded(operation(left(scope), right(scope)))


def _looked_up(name: str, at: int) -> Formula:
    def look_up(scope: Scope) -> int:
        if name not in scope:
            raise Fault("", "unknown_name", at=at, found=name)
        return scope[name]

    return look_up

"""All that cannot be read in terms still being written, not only the first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from incentives.condition import read_condition
from incentives.fault import Fault
from incentives.phrases import State, read_phrase
from incentives.reading import MOST_DEPTH, Node
from incentives.registry import STANDARD, Registry
from incentives.rule import Rule
from incentives.tariff import Override, Service
from incentives.terms import Terms, read_registry


def faults(data: object) -> list[Fault]:
    """As many faults as can be told apart, or else the first of all.

    One a service, fact, category, phrase or individual terms; of a rule one a leaf, or one besides.
    """
    return list(_faults_inside(data)) or _fault_of(Terms.read, data)


def _faults_inside(data: object) -> Iterator[Fault]:
    try:
        fields = Node(data).fields(("id", "version", "services"), Terms.OPTIONAL)
        registry, unsound = _registry(fields)
        services = fields["services"].entries()
        rules = fields["rules"].items() if "rules" in fields else []
        overrides = fields["overrides"].items() if "overrides" in fields else []
        phrases = fields["phrases"].fields((), tuple(State)) if "phrases" in fields else {}
    except Fault as fault:
        yield fault
        return
    yield from unsound
    for name, node in services.items():
        yield from _fault_of(Service.read, name, node, registry)
    for rule in rules:
        yield from _faults_of_rule(rule, registry)
    for node in overrides:
        yield from _fault_of(Override.read, node, registry)
    for name, node in phrases.items():
        yield from _fault_of(read_phrase, State(name), node)


def _registry(fields: Mapping[str, Node]) -> tuple[Registry, list[Fault]]:
    """The registry with all that can be read of the terms' own, and a fault for each that cannot."""
    registry, found = STANDARD, list[Fault]()
    for part in ("categories", "brands", "facts"):
        for name, node in fields[part].entries().items() if part in fields else ():
            try:
                registry = read_registry({part: fields[part].of({name: node.data})}, registry)
            except Fault as fault:
                found.append(fault)
    return registry, found


def _faults_of_rule(node: Node, registry: Registry) -> Iterator[Fault]:
    leaves = list(_faults_of_tree(node.data["when"], f"{node.path}/when", registry)) if _has_tree(node) else []
    yield from leaves
    yield from () if leaves else _fault_of(Rule.read, node, registry)


def _has_tree(node: Node) -> bool:
    return isinstance(node.data, dict) and "when" in node.data


def _faults_of_tree(data: object, path: str, registry: Registry) -> Iterator[Fault]:
    """The fault of every leaf; of a group only when its parts are sound."""
    parts = _parts(data, path)
    inner = [fault for part, place in parts for fault in _faults_of_tree(part, place, registry)]
    yield from inner
    yield from () if inner else _fault_of(read_condition, Node(data, path), registry)


def _parts(data: object, path: str) -> list[tuple[object, str]]:
    if not isinstance(data, dict) or len(data) != 1 or path.count("/") > MOST_DEPTH:
        return []
    [(kind, inner)] = data.items()
    if kind == "not":
        return [(inner, f"{path}/not")]
    return [(part, f"{path}/{kind}/{place}") for place, part in enumerate(inner)] if isinstance(inner, list) else []


def _fault_of(read: Callable[..., object], *args: object) -> list[Fault]:
    try:
        read(*args)
    except Fault as fault:
        return [fault]
    return []

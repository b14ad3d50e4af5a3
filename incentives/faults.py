"""All that cannot be read in terms still being written, not only the first."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from incentives.condition import read_condition
from incentives.fault import Fault
from incentives.reading import MOST_DEPTH, Node
from incentives.registry import Registry
from incentives.rule import Rule
from incentives.tariff import Service
from incentives.terms import Terms, read_registry


def faults(data: object) -> list[Fault]:
    """As many faults as can be told apart: one a service, one a leaf, one a rule besides, or else the first of all."""
    return list(_faults_inside(data)) or _fault_of(Terms.read, data)


def _faults_inside(data: object) -> Iterator[Fault]:
    try:
        fields = Node(data).fields(("id", "version", "services"), Terms.OPTIONAL)
        registry = read_registry(fields)
        services = fields["services"].entries()
        rules = fields["rules"].items() if "rules" in fields else []
    except Fault as fault:
        yield fault
        return
    for name, node in services.items():
        yield from _fault_of(Service.read, name, node, registry)
    for rule in rules:
        yield from _faults_of_rule(rule, registry)


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

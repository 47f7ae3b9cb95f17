"""The shelves of consents and papers: what can be said yes to, to whom, and how a paper comes to the municipality."""

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from minplan.content.library import read

_SHELVES = ("sharing", "fetching", "joint_plan")


@dataclass(frozen=True, slots=True)
class ConsentItem:
    """One thing to say yes to, in Danish: `topic` is a track for sharing, a kind of paper for fetching."""

    id: str
    kind: str
    department: str
    topic: str
    title: str
    purpose: str
    parties: str
    data: str
    months: int

    def context(self, part: str) -> str:
        """The message context of one of its texts."""
        return f"consent:{self.id}:{part}"


@dataclass(frozen=True, slots=True)
class Kind:
    """What all consents of a kind have in common, and where in the law it was found."""

    id: str
    name: str
    yes: str
    no: str
    law: str
    certainty: str
    source: str

    def context(self, part: str) -> str:
        """The message context of one of its texts."""
        return f"consent-kind:{self.id}:{part}"


@dataclass(frozen=True, slots=True)
class Paper:
    """A kind of paper: `way` is by_itself, fetched (with the yes to the item `consent`), bring or ask."""

    id: str
    name: str
    way: str
    text: str
    certainty: str
    consent: str | None = None
    law: str | None = None
    source: str | None = None

    def context(self, part: str) -> str:
        """The message context of one of its texts."""
        return f"paper:{self.id}:{part}"


@cache
def consent_items() -> MappingProxyType[str, ConsentItem]:
    """Everything that can be said yes to, by id, in the order in which it is offered."""
    found = {}
    for shelf in _SHELVES:
        data = read(f"consents/{shelf}.toml")
        for name, fields in data["items"].items():
            found[f"{shelf}.{name}"] = ConsentItem(f"{shelf}.{name}", data["kind"], **fields)
    return MappingProxyType(found)


@cache
def consent_kinds() -> MappingProxyType[str, Kind]:
    """The three kinds of yes."""
    return MappingProxyType({name: Kind(name, **fields) for name, fields in read("consents/kinds.toml").items()})


@cache
def papers() -> MappingProxyType[str, Paper]:
    """The kinds of paper, in the order in which they are shown."""
    return MappingProxyType({name: Paper(name, **fields) for name, fields in read("papers/papers.toml").items()})


@cache
def departments() -> MappingProxyType[str, str]:
    """The Danish names of whom one can say yes to, by id."""
    return MappingProxyType({name: fields["name"] for name, fields in _departments().items()})


def department_called(name: str | None) -> str | None:
    """The id of the department that a colleague's place on a plan names, or None for one that nobody can say yes to."""
    return _called().get((name or "").strip().casefold())


def _departments() -> dict[str, Any]:
    return read("consents/departments.toml")


@cache
def _called() -> dict[str, str]:
    return {name.casefold(): id for id, fields in _departments().items() for name in fields["called"]}

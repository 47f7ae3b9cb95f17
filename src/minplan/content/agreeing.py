"""The shelf of agreements that are made by one tap."""

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from minplan.content.library import phrases, read
from minplan.content.phrase import Phrase


@dataclass(frozen=True, slots=True)
class ReadyAgreement:
    """A step's phrase with all that an agreement needs: `days` from today, `n` or `topic` where it has such a slot."""

    id: str
    step: str
    why: str
    ball: str
    days: int
    kind: str
    track: str
    n: int | None = None
    topic: str | None = None

    @property
    def phrase(self) -> Phrase:
        """What it says."""
        return phrases()[self.step]

    def slots(self, who: str, day: str) -> dict[str, Any]:
        """The phrase's slots, filled for `who` and a day as a plan document writes it."""
        every = {"who": who, "date": day, "n": self.n, "topic": self.topic}
        return {name: every[name] for name in self.phrase.slots}


@cache
def ready_agreements() -> MappingProxyType[str, ReadyAgreement]:
    """Every agreement that is made by one tap, by id, in the order in which it is offered."""
    found = read("agreements/ready.toml")
    return MappingProxyType({name: ReadyAgreement(name, **fields) for name, fields in found.items()})

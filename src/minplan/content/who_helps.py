"""Who can help with what: somebody of the municipality's, or "not us, but …"."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from minplan.content.library import read

OLDEST = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Somebody outside the municipality. `topic` is the id of what they help with."""

    topic: str
    id: str
    name: str
    text: str
    link: str = ""

    def context(self, what: str) -> str:
        """The message context of its name or text."""
        return f"elsewhere:{self.topic}:{self.id}:{what}"


@dataclass(frozen=True, slots=True)
class HelpTopic:
    """What somebody needs help with. `ours` is `contact`, a department, or empty where it is not the municipality."""

    id: str
    name: str
    text: str
    art: str
    ours: str = ""
    elsewhere: tuple[Elsewhere, ...] = ()

    def context(self, what: str) -> str:
        """The message context of its name or text."""
        return f"helps:{self.id}:{what}"


@dataclass(frozen=True, slots=True)
class WhoHelps:
    """The topics in the order in which they are shown, the day on which somebody read them last, and who that was."""

    topics: tuple[HelpTopic, ...]
    checked: date
    owner: str

    def fresh(self, today: date) -> bool:
        """Whether what lies outside the municipality may be told: read within a year."""
        return today <= self.checked + OLDEST


@cache
def who_helps() -> WhoHelps:
    """What comes with the product."""
    data = read("who_helps.toml")
    return WhoHelps(tuple(_topic(fields) for fields in data["topic"]), data["checked"], data["owner"])


def _topic(fields: dict[str, Any]) -> HelpTopic:
    elsewhere = tuple(Elsewhere(topic=fields["id"], **each) for each in fields.get("elsewhere", ()))
    return HelpTopic(**fields | {"elsewhere": elsewhere})

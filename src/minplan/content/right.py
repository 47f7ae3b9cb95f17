"""The nouns: one right as its record says it, its deadline, and what somebody lives on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from minplan.language import Translator

Certainty = Literal["confirmed", "known", "unsure"]
Source = Literal["stable", "before_reform", "reform", "bill", "old", "own"]
Unit = Literal["working_days", "days", "weeks", "months"]
Who = Literal["citizen", "authority", "employer"]

# When a right is worth knowing.
MOMENTS = (
    *("first_contact", "invitation", "before_meeting", "during_meeting", "after_meeting", "plan", "offer", "waiting"),
    *("letter", "hearing", "decision", "sanction", "complaint", "illness", "medical", "caseworker_change", "data"),
    *("transition", "anytime"),
)
ALL = "all"  # of a right that everybody has, whatever they live on
PARTS = ("name", "fact", "action")


@dataclass(frozen=True, slots=True)
class Deadline:
    """So many `unit` for `who` to act, counted `start`: the request, the decision, the complaint and so on."""

    count: int
    unit: Unit
    who: Who
    start: str
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class Right:
    """One record in Danish. `moments` are when it is worth knowing, each with how near the top it stands: 1 is first.

    `researched` is the day on which the source was read; that is no review. `own` are the translations of a record that
    a municipality wrote itself: its parts by language.
    """

    id: str
    name: str
    fact: str
    action: str
    icon: str
    act: str
    paragraph: str
    link: str
    benefits: tuple[str, ...]
    moments: Mapping[str, int]
    certainty: Certainty
    source: Source
    researched: date
    owner: str
    keywords: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None
    expected_change: date | None = None
    deadline: Deadline | None = None
    deadline_note: str | None = None
    sources: tuple[str, ...] = field(default=())
    note: str | None = None
    own: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def said(self, part: str, translator: Translator) -> str:
        """One of its texts in a reader's language, else in Danish; empty where it has no such text."""
        text = self.told().get(part, "")
        theirs = self.own.get(translator.lang, {}).get(part)
        return theirs or (translator.pgettext(self.context(part), text) if text else "")

    @property
    def for_everybody(self) -> bool:
        """Whether it holds whatever somebody lives on."""
        return ALL in self.benefits

    def context(self, part: str) -> str:
        """The message context of one of its texts: `name`, `fact`, `action`, `deadline`, `keywords`."""
        return f"right:{self.id}:{part}"

    def told(self) -> dict[str, str]:
        """Every text of it that a reader meets, by its part."""
        parts = {part: getattr(self, part) for part in PARTS}
        note = {"deadline": self.deadline_note} if self.deadline_note else {}
        return parts | note | ({"keywords": ", ".join(self.keywords)} if self.keywords else {})


@dataclass(frozen=True, slots=True)
class Benefit:
    """What somebody can live on, in Danish, in the time in which there is such a thing."""

    id: str
    name: str
    parent: str | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    expected_change: date | None = None
    keywords: tuple[str, ...] = ()
    certainty: Certainty = "known"

    @property
    def context(self) -> str:
        """The message context of its name."""
        return f"benefit:{self.id}"


@dataclass(frozen=True, slots=True)
class LegalWord:
    """A word of the law, the forms in which it is found in a text, and what it means in plain Danish."""

    id: str
    word: str
    meaning: str
    forms: tuple[str, ...] = ()

    def context(self, part: str = "") -> str:
        """The message context of its meaning, or of its `name` in another language."""
        return f"legal-word:{self.id}:{part}" if part else f"legal-word:{self.id}"

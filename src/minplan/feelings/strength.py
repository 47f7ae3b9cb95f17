"""The noun: what somebody is good at, what gives them worth, whom they help, and what they would like to work with."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal
from uuid import UUID

from pydantic import BaseModel

from minplan.feelings.agreeing import print_of
from minplan.words import NewText, Words

SHELVES = ("good_at", "worth", "help", "work")
MOST = 60  # cards; more than anybody reads at once

Shelf = Literal["good_at", "worth", "help", "work"]


class NewStrength(BaseModel):
    """A card to keep: a ready sentence or own words, on one of the shelves."""

    shelf: Shelf
    words: NewText

    def as_content(self) -> dict[str, Any]:
        """The card as it is kept."""
        return {"shelf": self.shelf, "words": self.words.model_dump(exclude_defaults=True)}


@dataclass(frozen=True, slots=True)
class Strength:
    """A card as it is read; `showing` names how others are shown it, None where nobody is.

    `seen` is the print of what is kept, for the citizen's own form.
    """

    id: UUID
    shelf: str
    words: Words
    showing: UUID | None = None
    seen: str = ""


def strength_of(id: UUID, content: Mapping[str, Any], showing: UUID | None = None) -> Strength:
    """A card from what was kept."""
    return Strength(id, content["shelf"], NewText(**content["words"]).as_words(), showing, print_of(content))

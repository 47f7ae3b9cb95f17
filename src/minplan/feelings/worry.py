"""The noun: something that somebody has put down, by a picture, in their own words, or both."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from minplan import content
from minplan.content import Phrase
from minplan.feelings.own import Opened
from minplan.words import NewText, Words

MOST = 60  # in one backpack: nobody finds anything among so many


@dataclass(frozen=True, slots=True)
class Worry:
    """What lies in a backpack. `picture` is the name of a drawing and of its ready sentence; `taken` are the meetings
    on whose agenda its owner has put it."""

    id: UUID
    picture: str | None
    words: Words | None
    at: datetime
    until: date | None
    taken: tuple[UUID, ...]

    @property
    def phrase(self) -> Words | None:
        """What its picture says, in the language of whoever reads."""
        return Words(None, None, f"worry.{self.picture}") if self.picture else None


def worry_pictures() -> tuple[Phrase, ...]:
    """What can be put down by one tap: ready sentences, each with the drawing of its name."""
    return tuple(content.phrases("worry").values())


def is_worry_picture(name: str) -> bool:
    """Whether there is such a drawing."""
    return f"worry.{name}" in content.phrases("worry")


def on_agenda(picture: str | None) -> NewText | None:
    """The ready sentence of an agenda that says the same as a picture; None where there is none."""
    phrase = f"agenda.{picture}"
    return NewText(phrase=phrase) if phrase in content.phrases("agenda") else None


def worry_of(kept: Opened) -> Worry:
    """A keepsake as what it is."""
    said = kept.content["words"]
    words = Words(said["text"], said["lang"]) if said else None
    taken = tuple(UUID(each) for each in kept.content["taken"])
    return Worry(kept.id, kept.content["picture"], words, kept.at, kept.until, taken)


def as_kept(words: NewText | None) -> dict[str, str | None] | None:
    """Own words as a keepsake holds them."""
    return {"text": words.text, "lang": words.lang} if words else None

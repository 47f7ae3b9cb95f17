"""The noun: the one thing that somebody needs for themselves, by a picture or in their own words."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from minplan import content
from minplan.content import Phrase
from minplan.feelings.own import Opened
from minplan.words import NewText, Words


@dataclass(frozen=True, slots=True)
class ForMe:
    """What it is, and since when. `picture` is the name of its drawing, None for own words."""

    id: UUID
    picture: str | None
    words: Words
    at: datetime

    @property
    def mark(self) -> str:
        """What a form says of it that was seen."""
        return self.words.phrase or self.words.text or ""


def for_me_pictures() -> tuple[Phrase, ...]:
    """What can be chosen by one tap: ready sentences, each with the drawing of its name."""
    return tuple(content.phrases("for_me").values())


def for_me_of(kept: Opened) -> ForMe:
    """A keepsake as what it is."""
    told = kept.content
    words = Words(told["text"], told["lang"], told["phrase"])
    return ForMe(kept.id, (told["phrase"] or "").partition(".")[2] or None, words, kept.at)


def as_kept(words: NewText) -> dict[str, str | None]:
    """Words as a keepsake holds them."""
    return {"text": words.text, "lang": words.lang, "phrase": words.phrase}

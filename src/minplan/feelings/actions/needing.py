"""Verbs: a citizen keeps one thing that is for themselves alone."""

from uuid import UUID

from minplan import content
from minplan.errors import Conflict, Invalid
from minplan.feelings import own
from minplan.feelings.own_need import ForMe, as_kept, for_me_of
from minplan.feelings.store import mine as store
from minplan.journey import Outcome
from minplan.words import NewText

KIND = "for_me"


def for_me(by: UUID) -> ForMe | None:
    """What it is; None while there is nothing."""
    with own.reading(by) as mine:
        return next((for_me_of(each) for each in mine.every(KIND)), None)


def keep_for_me(by: UUID, words: NewText, seen: str = "") -> Outcome:
    """Keep this in the place of what was there: `seen` is the `mark` of that, empty for nothing.

    Raises Invalid for a sentence that is not for here, and Conflict where something else lies there by now.
    """
    if words.phrase and words.phrase not in content.phrases(KIND):
        raise Invalid({"phrase": "unknown"})
    with own.writing(by) as mine:
        there = next((for_me_of(each) for each in mine.every(KIND)), None)
        if there and there.words == words.as_words():
            return Outcome("unchanged")
        if seen != (there.mark if there else ""):
            raise Conflict("text", words.as_words(), there and there.words)
        return Outcome("done", mine.keep(KIND, as_kept(words), slot=KIND))


def let_for_me_go(by: UUID) -> None:
    """Leave the place empty. It needs no key."""
    with own.writing(by) as mine:
        for row in store.every(mine.connection, by, KIND):
            mine.let_go(KIND, row.id)

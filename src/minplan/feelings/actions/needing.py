"""Verbs: a citizen keeps one thing that is for themselves alone."""

from uuid import UUID

from minplan import content
from minplan.errors import Invalid
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


def keep_for_me(by: UUID, words: NewText) -> Outcome:
    """Keep this in the place of what was there. Raises Invalid for a sentence that is not for here."""
    if words.phrase and words.phrase not in content.phrases(KIND):
        raise Invalid({"phrase": "unknown"})
    with own.writing(by) as mine:
        if any(for_me_of(each).words == words.as_words() for each in mine.every(KIND)):
            return Outcome("unchanged")
        return Outcome("done", mine.keep(KIND, as_kept(words), slot=KIND))


def let_for_me_go(by: UUID) -> None:
    """Leave the place empty. It needs no key."""
    with own.writing(by) as mine:
        for row in store.every(mine.connection, by, KIND):
            mine.let_go(KIND, row.id)

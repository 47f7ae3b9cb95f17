"""Verbs: a citizen puts a worry down in their backpack, says more of it, and takes it along to a meeting."""

from contextlib import suppress
from uuid import UUID

from minplan import meeting as meetings
from minplan.errors import Conflict, Invalid, NotFound
from minplan.feelings import own
from minplan.feelings.worry import MOST, Worry, as_kept, is_worry_picture, worry_of
from minplan.journey import Outcome
from minplan.words import NewText


def backpack(by: UUID) -> list[Worry]:
    """All that lies in it, the newest first."""
    with own.reading(by) as mine:
        return [worry_of(each) for each in mine.every("worry")]


def one_worry(by: UUID, worry: UUID) -> Worry:
    """One of them. Raises NotFound."""
    with own.reading(by) as mine:
        return worry_of(mine.one("worry", worry))


def put_down(by: UUID, picture: str | None = None, words: NewText | None = None) -> Outcome:
    """Put a worry into the backpack; what lies there already is not put there twice.

    Raises Invalid for `picture` (unknown) and `text` (neither of the two, or the backpack is full).
    """
    if picture and not is_worry_picture(picture):
        raise Invalid({"picture": "unknown"})
    if not picture and not words:
        raise Invalid({"text": "required"})
    told = {"picture": picture or None, "words": as_kept(words)}
    with own.writing(by) as mine:
        there = mine.every("worry")
        same = next((each.id for each in there if told.items() <= each.content.items()), None)
        if same:
            return Outcome("unchanged", same)
        if len(there) >= MOST:
            raise Invalid({"text": "enough"})
        return Outcome("done", mine.keep("worry", told | {"taken": []}))


def say_more(by: UUID, worry: UUID, seen: str, words: NewText | None) -> Outcome:
    """Other words for a worry, or the same in another language. `seen` are those that the writer saw; raises Conflict
    where others stand there now, and Invalid where nothing would be left."""
    with own.writing(by) as mine:
        there = worry_of(mine.one("worry", worry))
        if (words and words.as_words()) == there.words:
            return Outcome("unchanged", worry)
        stands = there.words.text if there.words else None
        if (stands or "") != seen:
            raise Conflict("text", words and words.text, stands)
        if not words and not there.picture:
            raise Invalid({"text": "required"})
        mine.change("worry", worry, words=as_kept(words))
        return Outcome("done", worry)


def take_along(by: UUID, worry: UUID, meeting: UUID, text: NewText) -> Outcome:
    """Put `text` on the agenda of a meeting, where others read it; the worry stays, and knows where it was taken.

    Raises NotFound, and Invalid as `meeting.add_point` does.
    """
    with own.reading(by) as mine:
        mine.one("worry", worry)
        plan = mine.plan
    outcome = meetings.add_point(by, plan, meeting, text)
    # Whoever lets it go at this moment has still said it at the meeting.
    with own.writing(by) as writing, suppress(NotFound):
        taken = worry_of(writing.one("worry", worry)).taken
        if meeting not in taken:
            writing.change("worry", worry, taken=[str(each) for each in (*taken, meeting)])
    return outcome

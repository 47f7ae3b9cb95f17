"""Asked twice, done once: a form that comes again right behind itself adds nothing."""

from uuid import UUID

from sqlmodel import SQLModel

from minplan import clock, journal
from minplan.access import Change
from minplan.words import NewText

_ADDING = ("add", "propose", "win", "praise")
_OWN = frozenset({"id", "position", "way", "at"})  # what tells two rows apart that say the same


def added_already(change: Change, row: SQLModel) -> UUID | None:
    """The id of what this person's newest change added today, where that says all that the new `row` says.

    A system has ids of its own by which it asks twice: two of its things may say the same.
    """
    if change.viewer.relation == "system":
        return None
    entry = _newest_own(change, *_ADDING)
    for key in (entry.subject_id, entry.step_id) if entry else ():
        older = change.session.get(type(row), key) if key else None
        if older is not None and _says_the_same(change, older, row):
            return key
    return None


def split_already(change: Change, step: UUID, titles: list[NewText]) -> bool:
    """Whether this person's newest change split the step today, into parts of these very words."""
    entry = _newest_own(change, "split")
    if entry is None or entry.subject_id != step:
        return False
    parts = [change.words(UUID(part)) for part in entry.after.get("parts", ())]
    return [part and part.as_words() for part in parts] == [title.as_words() for title in titles]


def _newest_own(change: Change, *verbs: str) -> journal.Entry | None:
    entry = journal.newest(change.session, change.plan.id)
    if entry is None or entry.verb not in verbs or entry.actor_id != change.viewer.person_id:
        return None
    return entry if clock.local(entry.at).date() == change.today else None


def _says_the_same(change: Change, older: SQLModel, row: SQLModel) -> bool:
    names = set(type(row).model_fields) - _OWN
    return all(_alike(change, name, getattr(older, name), getattr(row, name)) for name in names)


def _alike(change: Change, name: str, one: object, other: object) -> bool:
    if one == other:
        return True
    if not (name.endswith("_id") and isinstance(one, UUID) and isinstance(other, UUID)):
        return False
    said = [change.words(each) for each in (one, other)]
    return all(said) and said[0].as_words() == said[1].as_words()  # type: ignore[union-attr]

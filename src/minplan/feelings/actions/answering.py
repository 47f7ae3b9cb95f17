"""Verb: whoever was shown a picture says that they have read it. The citizen's words are not theirs to change."""

from uuid import UUID

from minplan import access, meeting as meetings
from minplan.access import Change
from minplan.errors import NotFound
from minplan.feelings.showing import ShownTo
from minplan.feelings.shown import named
from minplan.journal import Record
from minplan.journey import Outcome
from minplan.vault import Box
from minplan.words import NewText

Told = dict[str, str]  # a sentence and its language


def answer_shown(by: UUID, plan: UUID, meeting: UUID, showing: UUID, seen: str, said: NewText | None) -> Outcome:
    """Say "I have read it", with a sentence or without; `seen` is the sentence that stood there before, if any.

    Raises NotFound to whoever was not shown it by name or is so no longer, Conflict where the sentence was changed
    meanwhile, and Locked where the citizen's key is lost.
    """
    with access.change(by, plan) as change:
        change.may("answer_shown")
        found = named(change, meeting, showing)
        if found is None:
            raise NotFound
        row, box = found
        told, stands = _told(said), _stands(row, box)
        change.compare("words", seen, stands["text"] if stands else "", told["text"] if told else "")
        if row.read_at and told == stands:
            return Outcome("unchanged", showing)
        _keep(change, row, box, told)
        change.record(Record("answer_shown", "showing", showing, audience="room"))
        if meetings.load(change, meeting).state != "open":  # at the table they read it beside each other
            _tell_citizen(change)
        return Outcome("done", showing)


def _told(said: NewText | None) -> Told | None:
    return {"text": said.text or "", "lang": said.lang or ""} if said else None


def _stands(row: ShownTo, box: Box) -> Told | None:
    """The sentence that was said before."""
    return box.open(row.id, row.words) if row.words else None


def _keep(change: Change, row: ShownTo, box: Box, told: Told | None) -> None:
    row.words = box.seal(row.id, told) if told else None
    row.read_at = row.read_at or change.at


def _tell_citizen(change: Change) -> None:
    plan = change.plan
    access.tell(change.session, plan.municipality_id, plan.id, [plan.citizen_id], "meeting", change.at)

"""Verbs: "I need …", and the municipality's answer to it."""

from uuid import UUID

from minplan import access
from minplan.access import Change
from minplan.journey import Outcome
from minplan.meeting import store as meetings
from minplan.meeting.before import rule
from minplan.meeting.before.actions.describing import last
from minplan.meeting.before.actions.guests import interpreter
from minplan.meeting.before.actions.telling import record
from minplan.meeting.before.commands import NeedAnswer, NewNeeds
from minplan.meeting.before.frame import minutes_of
from minplan.meeting.before.store import load
from minplan.meeting.booking import Need
from minplan.meeting.day.ahead import AHEAD, GOING, must_be
from minplan.meeting.meeting import Meeting


def say_needs(by: UUID, plan: UUID, meeting: UUID, command: NewNeeds) -> Outcome:
    """All that the citizen needs: what is new waits for an answer, what is left out goes. Raises Invalid."""
    with access.change(by, plan) as change:
        change.may("say_needs")
        row = meetings.load(change, meeting)
        must_be(row, AHEAD)
        kinds = dict.fromkeys((*command.kinds, *(("other",) if command.text else ())))
        rule.check_needs(kinds, command.text is not None, command.language)
        there = load.needs(change, row.id)
        _let_go(change, there, command)
        if not (_removed(change, there, set(kinds)) | _said(change, row, there, list(kinds), command)):
            return Outcome("unchanged", row.id)
        record(change, "say_needs", row, audience="room", needs=list(kinds))
        return Outcome("done", row.id)


def answer_need(
    by: UUID, plan: UUID, meeting: UUID, need: UUID, command: NeedAnswer, seen: str | None = None
) -> Outcome:
    """The municipality sees to it, or says why not. A yes to an interpreter or a place holds at once.

    `seen` is what the answer is an answer to (`asked`). Raises Invalid, and Conflict where something else is asked for.
    """
    with access.change(by, plan) as change:
        change.may("answer_needs")
        row = meetings.load(change, meeting)
        must_be(row, GOING)
        found = load.need(change, row.id, need)
        rule.check_answer(command.met, command.text is not None)
        if seen is not None:
            said = change.words(found.words_id)
            change.compare("met", seen, rule.asked(found.language, said.body if said else None), command.text)
        if _answered_so(change, found, command):
            return Outcome("unchanged", found.id)
        found.met = command.met
        found.answer_id = change.write(command.text).id if command.text else None
        _see_to(change, row, found, command)
        record(change, "answer_need", row, audience="room", need=found.kind, met=found.met)
        return Outcome("done", found.id)


def _let_go(change: Change, there: dict[str, Need], command: NewNeeds) -> None:
    """An interpreter who is not needed any more, or not in that language, does not come."""
    old = there.get("interpreter")
    if old and ("interpreter" not in command.kinds or old.language != command.language):
        interpreter(change, old.meeting_id, old.language, "", comes=False)


def _removed(change: Change, there: dict[str, Need], kinds: set[str]) -> bool:
    gone = [need for kind, need in there.items() if kind not in kinds]
    for need in gone:
        change.session.delete(need)
    return bool(gone)


def _said(change: Change, row: Meeting, there: dict[str, Need], kinds: list[str], command: NewNeeds) -> bool:
    """Add what is new, and ask again where the language or the words are others."""
    changed = False
    for kind in kinds:
        need = there.get(kind) or Need(meeting_id=row.id, kind=kind, met=True if kind in rule.GRANTED else None)
        language = command.language if kind == "interpreter" else None
        if kind in there and need.language == language and not _reworded(change, need, command):
            continue
        if kind == "other" and command.text:
            need.words_id = change.write(command.text).id
        if kind in there:
            need.met, need.answer_id = None, None
        need.language, changed = language, True
        change.session.add(need)
    return changed


def _reworded(change: Change, need: Need, command: NewNeeds) -> bool:
    if need.kind != "other" or command.text is None:
        return False
    old = change.words(need.words_id)
    return old is None or not old.says(command.text)


def _answered_so(change: Change, need: Need, command: NeedAnswer) -> bool:
    old = change.words(need.answer_id)
    same = old.says(command.text) if old and command.text else old is None and command.text is None
    return need.met == command.met and same


def _see_to(change: Change, row: Meeting, need: Need, command: NeedAnswer) -> None:
    """What was promised stands on the card too: the interpreter among those who come, and how you meet."""
    if need.kind == "interpreter":
        interpreter(change, row.id, need.language, command.name, comes=command.met)
    elif command.met and need.kind == "more_time":
        last(change, row, rule.longer(minutes_of(row)))
        row.sequence += row.state == "agreed"
    elif command.met and need.kind in rule.PLACES and row.mode != rule.PLACES[need.kind]:
        # The old place would send somebody to the wrong door.
        row.mode, row.place, row.door = rule.PLACES[need.kind], "", None
        row.sequence += row.state == "agreed"

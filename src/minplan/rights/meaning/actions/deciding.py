"""Verbs: the decision that a step rests on, with the call before it; and the day on which its letter came."""

from datetime import date
from typing import Any
from uuid import UUID

from minplan import access, journey
from minplan.access import Change
from minplan.errors import Conflict, Invalid, NotFound
from minplan.journal import Record
from minplan.journey import Outcome
from minplan.rights.decision import Decision
from minplan.rights.meaning import rule
from minplan.rights.meaning.actions import describing
from minplan.rights.meaning.commands import NewDecision
from minplan.rights.meaning.read import version
from minplan.rights.prospect import Prospect

_SAYS = ("what_id", "called", "reached", "decided", "received")


def record_decision(by: UUID, plan: UUID, step: UUID, command: NewDecision, seen: str) -> Outcome:
    """A step rests on a decision: what it is, and the call before it. Said again, it is put right.

    Raises Invalid by field, also where the step is the citizen's own, and Conflict where a colleague wrote meanwhile.
    """
    with access.change(by, plan) as change:
        change.may("record_decision")
        kind = journey.seen_step(change, step).kind
        rule.check_decision(command, kind, change.today)
        row = change.session.get(Decision, step)
        if row and stands(change, row, command):
            return Outcome("unchanged", step)
        change.compare("decision", seen, version(row.at if row else None), None)
        before, after = _put(change, step, row, command)
        change.record(Record("record_decision", "step", step, step, before=before, after=after))
        return Outcome("done", step)


def say_no_decision(by: UUID, plan: UUID, step: UUID) -> Outcome:
    """What the law asks here rests on no decision: somebody was asked, and says so.

    Raises Invalid for a step that the law does not ask for, and Conflict where a colleague wrote a decision meanwhile.
    """
    with access.change(by, plan) as change:
        change.may("record_decision")
        if journey.seen_step(change, step).kind != "law":
            raise Invalid({"rests": "only_law"})
        row = change.session.get(Decision, step)
        if row:
            raise Conflict("decision", mine=None, theirs=version(row.at))
        said = change.session.get(Prospect, step) or describing.new(change, step)
        if said.no_decision:
            return Outcome("unchanged", step)
        said.no_decision = change.today
        change.record(Record("say_no_decision", "step", step, step, after={"no_decision": str(change.today)}))
        return Outcome("done", step)


def receive_decision(by: UUID, plan: UUID, step: UUID, day: date, seen: str) -> Outcome:
    """The citizen says when they got the letter of the decision that they read, `seen`.

    Raises Invalid for a day to come, or before the decision, and Conflict where it says something else by now.
    """
    with access.change(by, plan) as change:
        change.may("receive_decision")
        journey.seen_step(change, step)
        row = change.session.get(Decision, step)
        if row is None:
            raise NotFound
        change.compare("received", seen, version(row.at), str(day))
        rule.check_received(day, row.decided, change.today)
        if row.received == day:
            return Outcome("unchanged", step)
        before, row.received = _plain(row.received), day
        old, new = {"received": before}, {"received": _plain(day)}
        change.record(Record("receive_decision", "step", step, step, before=old, after=new))
        return Outcome("done", step)


def stands(change: Change, row: Decision, command: NewDecision) -> bool:
    """Whether this very decision is there already."""
    same = (row.called, row.reached, row.decided) == (command.called, command.reached, command.decided)
    return same and _says(change, row, command)


def written(change: Change, command: NewDecision) -> dict[str, Any]:
    """The fields of a decision, its words kept."""
    said: dict[str, Any] = {"called": command.called, "reached": command.reached, "decided": command.decided}
    return said | {"what_id": change.write(command.what).id, "by_id": change.viewer.person_id, "at": change.at}


def told(said: dict[str, Any]) -> dict[str, Any]:
    """What the journal is told of these fields."""
    return {name: _plain(said[name]) for name in _SAYS if said.get(name)}


def _put(
    change: Change, step: UUID, row: Decision | None, command: NewDecision
) -> tuple[dict[str, Any], dict[str, Any]]:
    before = {name: _plain(getattr(row, name)) for name in _SAYS} if row else {}
    another = row is not None and (row.decided != command.decided or not _says(change, row, command))
    said = written(change, command)
    if row is None:
        row = Decision(step_id=step, plan_id=change.plan.id, **said)
        change.session.add(row)
    for name, value in said.items():
        setattr(row, name, value)
    if another:
        row.received = None  # another decision has a letter of its own; the citizen is asked again
    change.session.flush()
    after = {name: _plain(getattr(row, name)) for name in _SAYS}
    changed = [name for name in _SAYS if before.get(name) != after[name]]
    return {name: before[name] for name in changed if name in before}, {name: after[name] for name in changed}


def _says(change: Change, row: Decision, command: NewDecision) -> bool:
    what = change.words(row.what_id)
    return what is not None and (what.body, what.phrase) == (command.what.text, command.what.phrase)


def _plain(value: Any) -> str | None:
    return str(value) if value else None

"""Verb: a professional adds a step, with the decision it rests on and what it may lead to, in one change."""

from typing import Any
from uuid import UUID

from minplan import access, journey
from minplan.access import Change
from minplan.errors import Invalid
from minplan.journey import Added, NewStep, Outcome
from minplan.rights.decision import Decision
from minplan.rights.meaning import rule
from minplan.rights.meaning.actions import deciding, describing
from minplan.rights.meaning.commands import Beside
from minplan.rights.meaning.likeness import alike
from minplan.rights.meaning.read import tried_before
from minplan.rights.prospect import Prospect


def add_step(by: UUID, plan: UUID, command: NewStep, beside: Beside) -> Outcome:
    """A new step as `journey.add_step` adds it, with what is said beside it.

    Raises Invalid, and writes nothing, where the law asks for it and nobody says whether it rests on a decision, for a
    decision that nobody called about (by field), and for `new` where something like it was tried before and nobody says
    what is new this time.
    """
    with access.change(by, plan) as change:
        return add_beside(change, command, beside).outcome


def add_beside(change: Change, command: NewStep, beside: Beside) -> Added:
    """The same within a change that has more to do."""
    decision = beside.decision
    if decision:
        change.may("record_decision")
    if not change.viewer.is_citizen:
        rule.check_rests(beside, command.kind, change.today)
    if not change.viewer.is_citizen and not beside.prospect.new and _was_tried(change, command):
        raise Invalid({"new": "say_what_is_new"})
    rests = deciding.written(change, decision) if decision else {}
    may_lead = describing.written(change, beside.prospect) if beside.prospect.says else {}
    may_lead |= {"no_decision": change.today} if beside.no_decision else {}
    added = journey.add_within(change, command, deciding.told(rests) | describing.told(may_lead))
    if added.outcome.kind == "unchanged":
        _must_lie_there(change, added.step, beside)
        return added
    _keep(change, added.step, rests, may_lead)
    return added


def _was_tried(change: Change, command: NewStep) -> bool:
    return bool(alike(command.title.as_words(), command.tracks, tried_before(change)))


def _must_lie_there(change: Change, step: UUID, beside: Beside) -> None:
    """A form that comes again brings what it brought before."""
    row = change.session.get(Decision, step)
    if beside.decision and not (row and deciding.stands(change, row, beside.decision)):
        raise Invalid({"rests": "added_without"})


def _keep(change: Change, step: UUID, rests: dict[str, Any], may_lead: dict[str, Any]) -> None:
    here: dict[str, Any] = {"step_id": step, "plan_id": change.plan.id}
    here |= {"by_id": change.viewer.person_id, "at": change.at}
    if rests:
        change.session.add(Decision(**here | rests))
    if may_lead:
        change.session.add(Prospect(**here | may_lead))

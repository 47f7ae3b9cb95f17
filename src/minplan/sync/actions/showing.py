"""Verbs: a citizen lets one thing of theirs be a part of the municipality's case, or keeps it on their way alone."""

from typing import Any
from uuid import UUID

from minplan import access
from minplan.access import Change
from minplan.errors import Conflict, Invalid, NotFound
from minplan.journal import Record
from minplan.journey import Outcome
from minplan.sync.in_case import InCase
from minplan.sync.read.own_case import own_case
from minplan.sync.standing import MAY, Standing

UNCHANGED = Outcome("unchanged")
CITIZEN = frozenset({"citizen"})


def show_in_case(by: UUID, plan: UUID, subject: UUID, seen: UUID) -> Outcome:
    """Let a step, a goal, a win or the good life be read by the systems that keep the case, in the words `seen`.

    Said again in other words it is the citizen's alone until they say so anew. Nobody but the citizen reads that it was
    asked or taken back. Raises Conflict where the words are others by now, Invalid for what cannot be shown.
    """
    with access.change(by, plan, relations=CITIZEN) as change:
        change.may("show_in_case")
        found = _found(change, subject)
        if found.text_id != seen:
            raise Conflict("text", mine=None, theirs=found.words)
        if found.state in ("in", "shown"):
            return UNCHANGED
        if found.state not in MAY:
            raise Invalid({"case": found.state})
        row = change.session.get(InCase, (plan, subject)) or _new(change, found)
        row.text_id, row.at = found.text_id, change.at
        change.session.add(row)
        _record(change, "show_in_case", found)
        return Outcome("done", subject)


def keep_from_case(by: UUID, plan: UUID, subject: UUID) -> Outcome:
    """From now on it is on the citizen's way alone; what a system has read of it stands in that system."""
    with access.change(by, plan, relations=CITIZEN) as change:
        change.may("keep_from_case")
        found = _found(change, subject)
        row = change.session.get(InCase, (plan, subject))
        if row is None:
            return UNCHANGED
        change.session.delete(row)
        _record(change, "keep_from_case", found)
        return Outcome("done", subject)


def _found(change: Change, subject: UUID) -> Standing:
    view = access.within(change.session, change.viewer.person_id, change.plan.id, CITIZEN)
    found = own_case(view).get(subject)
    if found is None:
        raise NotFound
    return found


def _new(change: Change, found: Standing) -> InCase:
    return InCase(
        plan_id=change.plan.id, municipality_id=change.plan.municipality_id, subject_id=found.id, type=found.type,
        text_id=found.text_id, at=change.at,
    )  # fmt: skip


def _record(change: Change, verb: str, found: Standing) -> None:
    about: dict[str, Any] = {"step_id": found.id} if found.type == "step" else {}
    after = {"text_id": str(found.text_id)}
    change.record(Record(verb, found.type, found.id, after=after, audience="citizen", **about))

"""What the verbs share: setting fields of a step, naming the next step, telling the journal."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from minplan import clock
from minplan.access import Change
from minplan.errors import Invalid
from minplan.journal import Record
from minplan.journey.actions.days import own_day
from minplan.journey.kinds import BEHIND, OPEN
from minplan.journey.step import Step
from minplan.journey.store import load
from minplan.journey.succession import is_vacated, successor


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it: `done`, `proposed`, `wished` (with the promised day of the answer) or `unchanged`."""

    kind: str
    subject_id: UUID | None = None
    promised: date | None = None
    next_changed: bool = False
    replaced: bool = False  # what this person had proposed before is withdrawn


UNCHANGED = Outcome("unchanged")
Values = dict[str, Any]


def plain(value: Any) -> Any:
    """A field's value as the journal keeps it, a moment as a Danish clock shows it."""
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, datetime):
        return clock.local(value).isoformat()
    return value.isoformat() if isinstance(value, date) else value


def holds(step: Step, fields: dict[str, Any]) -> bool:
    """Whether all these fields stand already."""
    return all(getattr(step, name) == value for name, value in fields.items())


def must_be_open(step: Step) -> None:
    """Raise Invalid for a step that lies behind or beside the way."""
    if step.state not in OPEN:
        raise Invalid({"state": "not_open"})


def set_fields(
    change: Change,
    verb: str,
    step: Step,
    fields: dict[str, Any],
    is_next: bool = False,
) -> Outcome:
    """Set fields of a step, settle which step is next, and record it; nothing new changes nothing.

    `is_next` makes this step the next one.
    """
    before, after = apply(change, step, fields, is_next)
    if not after:
        return UNCHANGED
    change.record(Record(verb, "step", step.id, step.id, before=before, after=after))
    return Outcome("done", step.id, next_changed="next" in after)


def apply(change: Change, step: Step, fields: dict[str, Any], is_next: bool = False) -> tuple[Values, Values]:
    """Set fields, wake what rested until this step lies behind, and settle which step is next.

    Returns what changed before and after: `next` among it, and where others woke, how they were (`steps`) and their
    ids (`woken`).
    """
    before = put(step, fields)
    after = {name: plain(fields[name]) for name in before}
    change.session.flush()
    if "state" in after and step.state in BEHIND:
        _told_of_waking(before, after, _wake(change, step))
    next_before, next_after = settle_next(change, step, is_next)
    if next_before == next_after:
        return before, after
    return before | {"next": next_before}, after | {"next": next_after}


def _told_of_waking(before: Values, after: Values, woken: Values) -> None:
    if woken:
        before["steps"], after["woken"] = woken, list(woken)


def _wake(change: Change, settled: Step) -> Values:
    """What rested until `settled` lies behind comes later from now on; returns how each of them was, by id."""
    resting = [step for step in load.steps(change) if step.after_id == settled.id and step.state == "resting"]
    woken = {plain(step.id): put(step, {"state": "later"} | moving_fields(step)) for step in resting}
    change.session.flush()
    return woken


def moving_fields(step: Step) -> dict[str, Any]:
    """What a step that waits or rests no more holds; a promised day of the municipality's moves along."""
    fields: dict[str, Any] = {"until": None, "after_id": None}
    if step.ball != "municipality":
        return fields | {"since": None}
    # It stood in `until`, now it stands in `when`.
    return fields if step.until in (None, own_day(step)) else fields | {"when_on": step.until, "when_at": None}


def put(step: Step, fields: dict[str, Any]) -> Values:
    """Set fields; returns what stood in those that changed."""
    before = {name: plain(getattr(step, name)) for name in fields}
    changed = {name: value for name, value in before.items() if value != plain(fields[name])}
    for name in changed:
        setattr(step, name, fields[name])
    return changed


def settle_next(change: Change, touched: Step, is_next: bool = False) -> tuple[str | None, str | None]:
    """Keep the promise of exactly one next step; returns its id before and after."""
    plan = change.plan
    before = plan.next_step_id
    if is_next:
        plan.next_step_id = touched.id
    elif before is None or (before == touched.id and is_vacated(touched.state)):
        following = successor(load.steps(change))
        plan.next_step_id = following.id if following else None
    change.session.flush()
    return plain(before), plain(plan.next_step_id)

"""What the verbs share: setting fields of a step, naming the next step, telling the journal."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from minplan import clock, config
from minplan.access import Change
from minplan.journal import Record
from minplan.journey.step import Step
from minplan.journey.store import load
from minplan.journey.succession import is_vacated, successor
from minplan.promise import promised_day


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it: `done`, `proposed`, `wished` (with the promised day of the answer) or `unchanged`."""

    kind: str
    subject_id: UUID | None = None
    promised: date | None = None
    next_changed: bool = False


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


def own_day(step: Step) -> date | None:
    """The day of a step's own `when`."""
    return clock.local(step.when_at).date() if step.when_at else step.when_on


def standing_day(step: Step) -> date | None:
    """The day that a step speaks of; where the ball is with the municipality, the promised one."""
    return step.until if step.state in ("waiting", "resting") else own_day(step)


def default_day(change: Change) -> date:
    """The day that is promised when nobody names one."""
    return promised_day(change.today, config.settings().answer_days)


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
    """Set fields and settle which step is next; returns what changed before and after, `next` among it."""
    before = put(step, fields)
    after = {name: plain(fields[name]) for name in before}
    change.session.flush()
    next_before, next_after = settle_next(change, step, is_next)
    if next_before == next_after:
        return before, after
    return before | {"next": next_before}, after | {"next": next_after}


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

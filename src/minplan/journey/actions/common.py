"""What the verbs share: setting fields of a step, naming the next step, telling the journal."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from minplan.access import Change
from minplan.journal import Record
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


UNCHANGED = Outcome("unchanged")


def plain(value: Any) -> Any:
    """A field's value as the journal keeps it."""
    if isinstance(value, UUID):
        return str(value)
    return value.isoformat() if isinstance(value, date | datetime) else value


def set_fields(
    change: Change,
    verb: str,
    step: Step,
    fields: dict[str, Any],
    reason_id: UUID | None = None,
    is_next: bool = False,
) -> Outcome:
    """Set fields of a step, settle which step is next, and record it; nothing new changes nothing.

    `is_next` makes this step the next one.
    """
    before = {name: plain(getattr(step, name)) for name in fields}
    after = {name: plain(value) for name, value in fields.items()}
    changed = [name for name in fields if before[name] != after[name]]
    if not changed:
        return UNCHANGED
    for name in changed:
        setattr(step, name, fields[name])
    change.session.flush()
    next_before, next_after = settle_next(change, step, is_next)
    moved = next_before != next_after
    change.record(
        Record(
            verb,
            "step",
            step.id,
            step_id=step.id,
            before={name: before[name] for name in changed} | ({"next": next_before} if moved else {}),
            after={name: after[name] for name in changed} | ({"next": next_after} if moved else {}),
            reason_id=reason_id,
        )
    )
    return Outcome("done", step.id, next_changed=moved)


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


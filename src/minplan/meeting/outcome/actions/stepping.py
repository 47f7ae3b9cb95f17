"""What was said yes to goes onto the way, within the change in which it was said."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from minplan import journey
from minplan.access import Change, tracks_of
from minplan.meeting.agreed import Agreement, Confirmation
from minplan.meeting.meeting import Meeting
from minplan.meeting.outcome import rule, store
from minplan.meeting.outcome.actions.common import agreements, expectations


@dataclass(frozen=True, slots=True)
class Laid:
    """The steps that were laid down, and what those that were there already said (`was`) and say (`now`), by id."""

    steps: list[str] = field(default_factory=list)
    was: dict[str, Any] = field(default_factory=dict)
    now: dict[str, Any] = field(default_factory=dict)

    @property
    def before(self) -> dict[str, Any]:
        """What the journal keeps of how it was."""
        return {"laid": self.was} if self.was else {}

    @property
    def after(self) -> dict[str, Any]:
        """What the journal keeps of how it is: the steps, and what those say anew that were there."""
        return {"steps": self.steps} | ({"laid": self.now} if self.now else {})


def lay(change: Change, meeting: Meeting, closing: bool = False) -> Laid:
    """Every agreement that both sides stand by becomes a step, or says anew what its step is.

    What its step says already is left alone; and so is a step that was changed on the way since: that is newer.
    """
    change.session.flush()
    rows, wants = agreements(change, meeting.id), expectations(change, meeting.id)
    said = [row for row in store.rows(change, Confirmation, meeting.id) if rule.stands(row, rows, wants)]
    contacts = {member.person_id for member in change.members if member.relation == "contact"}
    laid = Laid()
    for row in rows:
        was = journey.standing(change, row.step_id) if row.step_id else None
        if not row.sealed and is_as_laid(row, was) and _is_agreed(row, said, contacts, was, closing):
            _lay(change, row, was, laid)
    change.session.flush()
    return laid


def is_as_laid(row: Agreement, step: dict[str, Any] | None) -> bool:
    """Whether the step still says what it did when it was laid down; also where there is none yet."""
    return row.step_id is None or (step is not None and rule.step_mark(step) == row.laid)


def _is_agreed(
    row: Agreement, said: Iterable[Any], contacts: set[UUID], was: dict[str, Any] | None, closing: bool
) -> bool:
    heard = [each for each in said if rule.covers(each, row.id)]
    voices = (rule.voice(heard, "citizen"), rule.voice(heard, "municipality", contacts))
    return rule.becomes_step(row, *voices, closing, was)


def _lay(change: Change, row: Agreement, was: dict[str, Any] | None, laid: Laid) -> None:
    (step,) = journey.lay_agreed(change, [_agreed(row)])
    now = journey.standing(change, step) or {}
    row.step_id, row.sealed, row.laid, row.tracks = step, True, rule.step_mark(now), now["tracks"]
    laid.steps.append(str(step))
    if was and (changed := [name for name in now if was[name] != now[name]]):
        laid.was[str(step)] = {name: was[name] for name in changed}
        laid.now[str(step)] = {name: now[name] for name in changed}


def _agreed(row: Agreement) -> journey.AgreedStep:
    return journey.AgreedStep(
        title_id=row.what_id,
        why_id=row.why_id,
        kind=row.kind,
        law=row.law,
        ball=row.ball,
        ball_name=row.ball_name,
        on=row.when_on,
        milestone=row.milestone_id,
        tracks=tracks_of(row.tracks),
        step=row.step_id,
    )

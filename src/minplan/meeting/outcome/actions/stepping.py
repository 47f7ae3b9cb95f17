"""What was said yes to goes onto the way, within the change in which it was said."""

from uuid import UUID

from minplan import journey
from minplan.access import Change, tracks_of
from minplan.meeting.agreed import Agreement, Confirmation
from minplan.meeting.meeting import Meeting
from minplan.meeting.outcome import rule, store
from minplan.meeting.outcome.actions.common import agreements, expectations


def lay(change: Change, meeting: Meeting, closing: bool = False) -> list[UUID]:
    """Every agreement that both sides stand by becomes a step, or says anew what its step is; the steps' ids."""
    change.session.flush()
    rows, wants = agreements(change, meeting.id), expectations(change, meeting.id)
    said = [row for row in store.rows(change, Confirmation, meeting.id) if rule.stands(row, rows, wants)]
    voices = (rule.voice(said, "citizen"), rule.voice(said, "municipality"))
    ready = [row for row in rows if rule.becomes_step(row, *voices, closing)]
    steps = journey.lay_agreed(change, [_agreed(row) for row in ready])
    for row, step in zip(ready, steps, strict=True):
        row.step_id, row.sealed = step, True
    change.session.flush()
    return steps


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

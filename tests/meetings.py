"""A meeting to sit at: written down, and opened."""

from datetime import datetime, timedelta
from uuid import UUID

from cast import Plan, said

from minplan import clock, db, meeting
from minplan.meeting import Agreement, Meeting
from minplan.words import write


def agreed(plan: Plan, starts: datetime | None = None) -> UUID:
    """A meeting of an hour, by default right now."""
    begin = starts or clock.now()
    with db.writing() as session:
        row = Meeting(
            plan_id=plan.id, starts=begin, ends=begin + timedelta(hours=1), place="Rådhuset", mode="office", position=0
        )
        session.add(row)
        session.flush()
        return row.id


def opened(plan: Plan) -> UUID:
    """A meeting that is going on."""
    made = agreed(plan)
    meeting.open_meeting(plan.bo, plan.id, made)
    return made


def closed(plan: Plan, step: UUID) -> UUID:
    """A meeting of last week, where `step` was agreed on and was the next step."""
    made = agreed(plan, clock.now() - timedelta(days=7))
    with db.writing() as session:
        row = session.get_one(Meeting, made)
        row.opened_at = row.closed_at = row.starts
        row.state, row.next_id = "closed", step
        what = write(session, plan.id, said("Gå en tur"), plan.bo, row.starts)
        words = {"kind": "own", "ball": "citizen", "what_id": what.id, "position": 0}
        session.add(Agreement(plan_id=plan.id, meeting_id=made, step_id=step, sealed=True, **words))
        return made

"""A meeting to sit at: written down, and opened."""

from datetime import datetime, timedelta
from uuid import UUID

from cast import Plan

from minplan import clock, db, meeting
from minplan.meeting import Meeting


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

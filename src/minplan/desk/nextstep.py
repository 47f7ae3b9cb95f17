"""Rule: the next step of a citizen as it stands in a professional's list."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from minplan.access import Member, Viewer
from minplan.desk.glance import NextStep
from minplan.desk.turns import is_own
from minplan.journey.drawing import ball_of, day_of, words_of
from minplan.journey.succession import successor
from minplan.words import Words


def drawn(rows: Sequence[Any], plan: Any, viewer: Viewer, names: Sequence[str], today: date) -> NextStep | None:
    """The stored next step, or where that is hidden from the viewer the one that follows; `rows` are those they see.

    `names` are the plan's professionals, the contact person first.
    """
    row = next((row for row in rows if row.id == plan.next_step_id), None) or successor(rows)
    if row is None:
        return None
    contact = Member(viewer.person_id, "contact", names[0], "", None, None, None)
    ball = ball_of(row, viewer, plan.citizen_name, contact, today)
    if ball and ball.holder == "municipality":
        ball = replace(ball, mine=is_own(row.ball, row.ball_name, viewer, names))
    return NextStep(row.id, words_of(row, "title") or Words("", "da"), row.state, ball, day_of(row), row.when_at)

"""Rule: the next step of a citizen as it stands in a professional's list."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from minplan.access import Viewer
from minplan.desk.glance import NextStep
from minplan.journey.drawing import ball_of, day_of
from minplan.journey.succession import successor
from minplan.words import Words, words_of


def drawn(rows: Sequence[Any], plan: Any, viewer: Viewer, names: Sequence[str], today: date) -> NextStep | None:
    """The stored next step, or where that is hidden from the viewer the one that follows; `rows` are those they see.

    `names` are the plan's professionals, the contact person first.
    """
    row = next((row for row in rows if row.id == plan.next_step_id), None) or successor(rows)
    if row is None:
        return None
    ball = ball_of(row, viewer, plan.citizen_name, names, today)
    return NextStep(row.id, words_of(row, "title") or Words("", "da"), row.state, ball, day_of(row), row.when_at)

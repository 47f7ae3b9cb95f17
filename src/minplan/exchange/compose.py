"""Rule: a plan as a document."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from minplan.access import Member, PlanCover
from minplan.exchange import meetings, parts
from minplan.exchange.known import on_plan
from minplan.exchange.refs import GOAL, MEETING, MILESTONE, STEP, Refs
from minplan.exchange.schema import FORMAT
from minplan.exchange.shapes import Values
from minplan.journey import Everything
from minplan.meeting import MeetingView


@dataclass(frozen=True, slots=True)
class Whole:
    """All that a document says of a plan."""

    cover: PlanCover
    members: tuple[Member, ...]
    journey: Everything
    meetings: tuple[MeetingView, ...]


def compose(whole: Whole, refs: Refs, as_of: date) -> Values:
    """The document of a plan that was true on `as_of`."""
    cover = whole.cover
    steps = [row for row in whole.journey.steps if row.state != "declined"]
    _name(refs, whole, steps)
    contact, *team = whole.members
    known = on_plan(whole.members)
    return {
        "format": FORMAT,
        "as_of": as_of.isoformat(),
        "citizen": parts.set_only(name=cover.citizen_name, language=cover.citizen_language, token=cover.token),
        "contact": parts.professional(contact),
        "team": [parts.professional(member) for member in team],
        "horizon": parts.text(cover.horizon),
        "goals": [parts.goal(rows, steps, refs) for rows in _grouped(whole.journey.goals)],
        "way": [refs[row.id] for row in _way(steps)],
        "next": refs[cover.next_step_id] if cover.next_step_id else None,
        "wins": [parts.win(row, refs) for row in _wins(whole)],
        "meetings": [meetings.as_part(each, refs, known) for each in meetings.standing(whole.meetings)],
    }


def _name(refs: Refs, whole: Whole, steps: list[Any]) -> None:
    goals = whole.journey.goals
    refs.name(GOAL, (row.id for row in goals))
    refs.name(MILESTONE, (row.milestone_id for row in goals if row.milestone_id))
    refs.name(STEP, (row.id for row in steps))
    refs.name(MEETING, (meeting.id for meeting in meetings.standing(whole.meetings)))


def _grouped(rows: Iterable[Any]) -> list[list[Any]]:
    return [list(group) for _, group in groupby(rows, key=lambda row: row.id)]


def _way(steps: list[Any]) -> list[Any]:
    return sorted((row for row in steps if row.state != "suggested"), key=lambda row: row.way)


def _wins(whole: Whole) -> list[Any]:
    """Without what the citizen alone reads: a document goes to others."""
    return sorted((row for row in whole.journey.wins if row.audience == "all"), key=lambda row: row.position)

"""Verbs: one field of an agreement, saved on its own while both look at it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any
from uuid import UUID

from minplan import access, journey
from minplan.access import Change, tracks_of
from minplan.errors import Invalid
from minplan.journey import BALLS
from minplan.meeting.agreed import Agreement
from minplan.meeting.before.actions.telling import side
from minplan.meeting.outcome import rule
from minplan.meeting.outcome.actions.agreeing import must_lie_ahead, theirs
from minplan.meeting.outcome.actions.common import going_on, record
from minplan.meeting.outcome.actions.stepping import is_as_laid
from minplan.meeting.saving import reworded
from minplan.words import NewText, line_fault

WORDS = ("what", "why")


def reword_agreement(
    by: UUID, plan: UUID, meeting: UUID, agreement: UUID, field: str, seen: UUID | None, text: NewText | None
) -> UUID | None:
    """Other words for `what` or `why`; returns the id of the text that stands now. Raises Conflict, Invalid."""
    with _changing(by, plan, meeting, agreement) as (change, row):
        if field == "what" and text is None:
            raise Invalid({"text": "required"})
        new = reworded(change, getattr(row, f"{field}_id"), seen, text)
        _set(change, row, **{f"{field}_id": new})
        return new


def set_ball(by: UUID, plan: UUID, meeting: UUID, agreement: UUID, seen: str, holder: str) -> str:
    """Whose turn it is: `citizen`, `municipality` or `both`; somebody else has a name. Raises Conflict, Invalid."""
    with _changing(by, plan, meeting, agreement) as (change, row):
        if holder not in BALLS or (holder == "other" and row.ball != "other"):
            raise Invalid({"ball": "who"})
        change.compare("ball", seen, row.ball, holder)
        rule.check_promise(holder, row.when_on, change.today)
        name = row.ball_name if holder == "other" else None
        _set(change, row, ball=holder, ball_name=name, when_on=row.when_on or _promised(change, holder))
        return holder


def set_other(by: UUID, plan: UUID, meeting: UUID, agreement: UUID, seen: str, name: str) -> str:
    """It is the turn of somebody outside, by this name; an empty one gives the ball back to the citizen."""
    _must_be_line("name", name)
    with _changing(by, plan, meeting, agreement) as (change, row):
        change.compare("name", seen, row.ball_name or "", name)
        rule.check_kind(row.kind, row.law, "other" if name else row.ball, by_citizen=False)
        if name or row.ball == "other":
            _set(change, row, ball="other" if name else "citizen", ball_name=name or None)
        return name


def set_day(by: UUID, plan: UUID, meeting: UUID, agreement: UUID, seen: str, day: date | None) -> str:
    """Another day, or none; where the municipality has the ball there always is one. Raises Conflict, Invalid."""
    wanted = day.isoformat() if day else ""
    with _changing(by, plan, meeting, agreement) as (change, row):
        change.compare("on", seen, row.when_on.isoformat() if row.when_on else "", wanted)
        must_lie_ahead(change, day)
        rule.check_promise(row.ball, day, change.today)
        if day is None and row.ball == "municipality":
            raise Invalid({"on": "promise_needed"})
        _set(change, row, when_on=day, what_id=_dated(change, row, wanted))
        return wanted


def set_kind(by: UUID, plan: UUID, meeting: UUID, agreement: UUID, seen: str, kind: str) -> str:
    """`own` or `agreed`: if the citizen likes, or agreed between both. Raises Conflict, Invalid."""
    with _changing(by, plan, meeting, agreement) as (change, row):
        rule.check_kind(kind, row.law, row.ball, change.viewer.is_citizen)
        change.compare("kind", seen, row.kind, kind)
        _set(change, row, kind=kind, law=row.law if kind == "law" else None)
        return kind


def set_law(by: UUID, plan: UUID, meeting: UUID, agreement: UUID, seen: str, law: str) -> str:
    """The act and the paragraph that ask for it; without one it is an agreement. Raises NotAllowed for the citizen."""
    _must_be_line("law", law)
    with _changing(by, plan, meeting, agreement) as (change, row):
        change.compare("law", seen, row.law or "", law)
        kind = "law" if law else "agreed" if row.kind == "law" else row.kind
        rule.check_kind(kind, law, row.ball, change.viewer.is_citizen)
        _set(change, row, kind=kind, law=law or None)
        return law


def set_milestone(by: UUID, plan: UUID, meeting: UUID, agreement: UUID, seen: str, milestone: UUID | None) -> str:
    """Where it leads; none is "what fits". Raises Conflict, and Invalid for a milestone that is not this person's."""
    wanted = str(milestone) if milestone else ""
    with _changing(by, plan, meeting, agreement) as (change, row):
        change.compare("milestone", seen, str(row.milestone_id or ""), wanted)
        found = journey.may_lead_to(change)
        if milestone and milestone not in found:
            raise Invalid({"milestone": "unknown"})
        _set(change, row, milestone_id=milestone, tracks=found[milestone] if milestone else row.tracks)
        return wanted


@contextmanager
def _changing(by: UUID, plan: UUID, meeting: UUID, agreement: UUID) -> Iterator[tuple[Change, Agreement]]:
    with access.change(by, plan) as change:
        row = theirs(change, going_on(change, meeting).id, agreement)
        yield change, row


def _must_be_line(field: str, line: str) -> None:
    if code := line_fault(line):
        raise Invalid({field: code})


def _dated(change: Change, row: Agreement, day: str) -> UUID:
    """A ready sentence that names the day names this one; anybody's own words stay."""
    said = change.words(row.what_id)
    slots = dict(said.slots or {}) if said and said.phrase else {}
    if said is None or slots.get("date", day) == day:
        return row.what_id
    slots = {name: value for name, value in (slots | {"date": day}).items() if value}
    return change.write(NewText(phrase=said.phrase, slots=slots)).id


def _promised(change: Change, holder: str) -> date | None:
    return journey.answer_by(change.today) if holder == "municipality" else None


def _set(change: Change, row: Agreement, **values: Any) -> None:
    """Set fields: from now on these are the words of whoever did. Nothing new changes nothing.

    Raises Invalid where its step was changed on the way since: what is newer is put right there.
    """
    changed = {name: value for name, value in values.items() if getattr(row, name) != value}
    if not changed:
        return
    if row.step_id and not is_as_laid(row, journey.standing(change, row.step_id)):
        raise Invalid({"agreement": "step_changed"})
    for name, value in changed.items():
        setattr(row, name, value)
    row.by_side, row.gone, row.sealed = side(change), False, False
    if row.ball == "municipality":
        change.must_reach_contact(row.kind, tracks_of(row.tracks))
    told = {name: str(value) if value is not None else None for name, value in changed.items()}
    record(change, "set_agreement", row.meeting_id, agreement=str(row.id), **told)

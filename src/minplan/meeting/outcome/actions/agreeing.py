"""Verbs: an agreement, made by one tap or in own words, each of its fields put right on its own."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from minplan import access, content, journey
from minplan.access import TRACKS, Change, tracks_of
from minplan.errors import Invalid, NotAllowed, NotFound
from minplan.journey import Ball, Outcome
from minplan.meeting.agreed import Agreement
from minplan.meeting.before.actions.telling import side
from minplan.meeting.outcome import rule, store
from minplan.meeting.outcome.actions.common import agreements, going_on, record, seen
from minplan.meeting.outcome.commands import NewAgreement
from minplan.words import NewText


def agree_ready(by: UUID, plan: UUID, meeting: UUID, ready: str) -> Outcome:
    """An agreement by one tap, with why, whose ball, a day and how binding it is. Raises Invalid for none of them."""
    found = content.ready_agreements().get(ready)
    if found is None:
        raise Invalid({"ready": "unknown"})
    with access.change(by, plan) as change:
        going_on(change, meeting)
        day = change.today + timedelta(days=found.days)
        who = _named(change, found.ball)
        what = NewText(phrase=found.step, slots=found.slots(who, day.isoformat()))
        ball = Ball(holder=found.ball)  # type: ignore[arg-type]
        why = NewText(phrase=found.why)
        kind: Any = found.kind
        new = NewAgreement(what=what, why=why, kind=kind, ball=ball, on=day, track=found.track)
        return _add(change, meeting, new)


def agree(by: UUID, plan: UUID, meeting: UUID, command: NewAgreement) -> Outcome:
    """An agreement in own words. Raises Invalid."""
    with access.change(by, plan) as change:
        going_on(change, meeting)
        must_lie_ahead(change, command.on)
        rule.check_promise(command.ball.holder, command.on, change.today)
        return _add(change, meeting, command)


def remove_agreement(by: UUID, plan: UUID, meeting: UUID, agreement: UUID) -> Outcome:
    """Take one off; not what is on the way already. Raises Invalid, and NotAllowed for what the law asks."""
    with access.change(by, plan) as change:
        row = theirs(change, going_on(change, meeting).id, agreement)
        if row.gone:
            return Outcome("unchanged", row.id)
        if row.step_id:
            raise Invalid({"agreement": "is_step"})
        row.gone = True
        record(change, "remove_agreement", meeting, agreement=str(row.id))
        return Outcome("done", row.id)


def must_lie_ahead(change: Change, day: date | None) -> None:
    """Raise Invalid for a day that has gone by."""
    if day and day < change.today:
        raise Invalid({"on": "in_the_past"})


def theirs(change: Change, meeting: UUID, agreement: UUID) -> Agreement:
    """An agreement to change, as far as the person sees it; raises NotFound. What the law asks a professional says."""
    row = store.load(change, Agreement, meeting, agreement)
    if not change.viewer.sees(row.kind, tracks_of(row.tracks)):
        raise NotFound
    if row.kind == "law" and change.viewer.is_citizen:
        raise NotAllowed
    return row


def _named(change: Change, holder: str) -> str:
    """Who a ready sentence names: whose ball it is; the citizen, where it is both's."""
    if holder != "municipality":
        return change.citizen_name
    contact = next((member.name for member in change.members if member.relation == "contact"), None)
    return contact or change.viewer.name


def _add(change: Change, meeting: UUID, new: NewAgreement) -> Outcome:
    law = new.law or None
    rule.check_kind(new.kind, law, new.ball.holder, change.viewer.is_citizen)
    if new.track and new.track not in TRACKS:
        raise Invalid({"track": "unknown"})
    if new.ball.holder == "municipality":
        change.must_reach_contact(new.kind, tracks_of(new.track))
    if known := _added_already(change, meeting, new):
        return Outcome("unchanged", known)
    rule.check_room(agreements(change, meeting))
    day = new.on or (journey.answer_by(change.today) if new.ball.holder == "municipality" else None)
    row = Agreement(
        plan_id=change.plan.id,
        meeting_id=meeting,
        kind=new.kind,
        law=law if new.kind == "law" else None,
        what_id=change.write(new.what).id,
        why_id=change.write(new.why).id if new.why else None,
        ball=new.ball.holder,
        ball_name=new.ball.name,
        when_on=day,
        tracks=new.track,
        by_side=side(change),
        position=store.place_after(change, Agreement, meeting),
    )
    change.session.add(row)
    record(change, "agree", meeting, agreement=str(row.id), what_id=str(row.what_id))
    return Outcome("done", row.id)


def _added_already(change: Change, meeting: UUID, new: NewAgreement) -> UUID | None:
    """The agreement that says these very words already, as far as this person sees it."""
    for row in seen(change, meeting):
        said = change.words(row.what_id)
        if said and said.says(new.what):
            return row.id
    return None

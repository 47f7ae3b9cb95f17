"""Verbs that read: what has come of a meeting, and what came of the one before."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from minplan import clock, journey
from minplan.access import View, tracks_of
from minplan.meeting.outcome import rule, store
from minplan.meeting.outcome.views import AgreementView, ConfirmationView, ExpectationView, LastTime, OutcomeView
from minplan.meeting.views import MeetingView
from minplan.words import Words, words_of


def outcome(view: View, meeting_id: UUID) -> OutcomeView:
    """What has come of a meeting of this plan, as far as the viewer sees its tracks."""
    agreements = store.agreements(view.connection, meeting_id)
    expectations = store.expectations(view.connection, meeting_id)
    said = store.confirmations(view.connection, meeting_id)
    seen = [row for row in agreements if _sees(view, row)]
    return OutcomeView(
        tuple(_expectation(view, row) for row in expectations),
        tuple(_agreement(row) for row in seen),
        tuple(_confirmation(view, row, rule.stands(row, agreements, expectations)) for row in said),
        rule.digest(seen, expectations) if seen or expectations else None,
        len(seen) == len(agreements),
    )


def last_time(view: View, meeting: MeetingView) -> LastTime | None:
    """The meeting before this one, and what has become of what was agreed there; None where there was none."""
    row = store.last_closed(view.connection, view.plan.id, meeting.id, meeting.starts)
    if row is None:
        return None
    agreements = store.agreements(view.connection, row.id)
    day = clock.local(row.starts).date()
    return LastTime(row.id, day, tuple(_agreement(each) for each in agreements if each.step_id and _sees(view, each)))


def mark_of(found: OutcomeView, shown: Collection[UUID]) -> str:
    """The mark of some of the agreements: what a workplace or a supplier is shown, and says yes to."""
    return rule.digest(each for each in found.agreements if each.id in shown)


def ended_with(view: View, meeting_id: UUID) -> UUID | None:
    """The next step that everybody went home with, or None while the meeting is not closed."""
    return store.next_of(view.connection, meeting_id)


def _sees(view: View, row: Any) -> bool:
    return view.viewer.sees(row.kind, tracks_of(row.tracks))


def _expectation(view: View, row: Any) -> ExpectationView:
    writer = "citizen" if row.author_id == view.plan.citizen_id else "municipality"
    by = view.name_of(row.author_id) if writer != row.side and row.said_phrase is None else None
    asked = row.side != ("citizen" if view.viewer.is_citizen else "municipality")
    own = not asked or row.author_id == view.viewer.person_id
    return ExpectationView(row.id, row.side, _words(row, "said"), row.text_id, row.fits, by, own, asked)


def _agreement(row: Any) -> AgreementView:
    plain = ("id", "kind", "law", "what_id", "why_id", "ball", "ball_name", "when_on", "milestone_id", "by_side")
    return AgreementView(
        **{name: getattr(row, name) for name in (*plain, "step_id", "sealed")},
        what=_words(row, "what"),
        why=words_of(row, "why"),
        tracks=tracks_of(row.tracks),
        state=row.step_state,
        done_on=row.step_done_on,
        outrun=row.step_id is not None and rule.is_outrun(row, journey.said_of(row, "step_")),
    )


def _confirmation(view: View, row: Any, stands: bool) -> ConfirmationView:
    return ConfirmationView(
        **{name: getattr(row, name) for name in ("id", "side", "name", "role", "says", "how")},
        words=words_of(row, "words"),
        at=clock.local(row.at),
        about=rule.about(row),
        stands=stands,
        waits=row.how not in rule.COUNTS,
        own=row.person_id == view.viewer.person_id,
    )


def _words(row: Any, name: str) -> Words:
    found = words_of(row, name)
    assert found is not None  # each has its text
    return found

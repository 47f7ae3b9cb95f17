"""Amira, Bo and Tove meet again and again, in any order, also as they may not: nobody goes home without a next step."""

import os
from collections import Counter
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from cast import said
from hypothesis import HealthCheck, settings, strategies as st
from hypothesis.stateful import invariant, rule, run_state_machine_as_test
from sqlalchemy import Engine, select
from together import Together

from minplan import access, clock, content, db, journey, meeting
from minplan.journey import Ball
from minplan.journey.kinds import OPEN
from minplan.meeting import HOW, Agreement, Meeting, NewAgreement, NewClosing, NewConfirmation, NewMeeting

EXAMPLES, LENGTH, AT_LEAST = int(os.environ.get("MINPLAN_TEST_EXAMPLES", "12")), 40, 200
people = st.sampled_from(["citizen", "citizen", "bo", "bo", "tove"])
which = st.integers(0, 30)
texts = st.sampled_from(["Ro", "Gå ud", "Ring", "🙂"]).map(said)
ready = st.sampled_from(sorted(content.ready_agreements()))
balls = st.sampled_from([Ball(holder="citizen"), Ball(holder="both"), Ball(holder="other", name="Lægen")])
_meeting = Meeting.__table__  # type: ignore[attr-defined]
_agreement = Agreement.__table__  # type: ignore[attr-defined]


class Meetings(Together):
    """The acts. A meeting that is named may be in any state, and of the plan or of none."""

    def meeting(self, index: int) -> UUID:
        """Any meeting: mostly one that is going on."""
        ours = select(_meeting.c.id).order_by(_meeting.c.position, _meeting.c.id)
        with db.reading() as connection:
            found = connection.execute(ours.where(_meeting.c.state == "open") if index % 4 else ours).scalars().all()
        return found[index % len(found)] if found else self.amira.milestone

    def agreement(self, index: int) -> tuple[UUID, UUID]:
        """Any agreement, with its meeting."""
        with db.reading() as connection:
            query = select(_agreement.c.meeting_id, _agreement.c.id).order_by(_agreement.c.position, _agreement.c.id)
            found = connection.execute(query).all()
        row = found[index % len(found)] if found else (self.amira.milestone, self.amira.milestone)
        return row[0], row[1]

    @rule(hours=st.integers(1, 3))
    def sit_down(self, hours: int) -> None:
        at = (clock.now() + timedelta(hours=hours)).replace(second=0, microsecond=0)
        self.do("bo", lambda by: meeting.propose(by, self.amira.id, NewMeeting(times=(at,), place="Hos os")))
        with db.reading() as connection:
            here = connection.execute(select(_meeting.c.id).where(_meeting.c.state == "offered")).scalars().first()
        if here:
            self.do("citizen", lambda by: meeting.accept(by, self.amira.id, here, at))
            self.do("bo", lambda by: meeting.open_meeting(by, self.amira.id, here))

    @rule(who=people, hours=st.integers(-2, 40))
    def proposes(self, who: str, hours: int) -> None:
        at = (clock.now() + timedelta(hours=hours)).replace(second=0, microsecond=0)
        self.do(who, lambda by: meeting.propose(by, self.amira.id, NewMeeting(times=(at,), place="Her")))

    @rule(who=people, index=which)
    def accepts(self, who: str, index: int) -> None:
        here = self.meeting(index)
        with db.reading() as connection:
            at = connection.execute(select(_meeting.c.starts).where(_meeting.c.id == here)).scalar() or clock.now()
        self.do(who, lambda by: meeting.accept(by, self.amira.id, here, at))

    @rule(who=people, index=which)
    def opens(self, who: str, index: int) -> None:
        self.do(who, lambda by: meeting.open_meeting(by, self.amira.id, self.meeting(index)))

    @rule(who=people, index=which, side=st.sampled_from(["citizen", "municipality"]), text=texts)
    def expects(self, who: str, index: int, side: str, text: Any) -> None:
        self.do(who, lambda by: meeting.expect(by, self.amira.id, self.meeting(index), side, text))

    @rule(who=people, index=which, one=ready)
    def agrees_in_a_tap(self, who: str, index: int, one: str) -> None:
        self.do(who, lambda by: meeting.agree_ready(by, self.amira.id, self.meeting(index), one))

    @rule(who=people, index=which, text=texts, kind=st.sampled_from(["own", "agreed", "law"]), ball=balls)
    def agrees(self, who: str, index: int, text: Any, kind: Any, ball: Ball) -> None:
        new = NewAgreement(what=text, why=text, kind=kind, law="LAB § 1" if kind == "law" else "", ball=ball)
        self.do(who, lambda by: meeting.agree(by, self.amira.id, self.meeting(index), new))

    @rule(who=people, index=which)
    def takes_off(self, who: str, index: int) -> None:
        here, one = self.agreement(index)
        self.do(who, lambda by: meeting.remove_agreement(by, self.amira.id, here, one))

    @rule(
        who=people, index=which, side=st.sampled_from(["citizen", "municipality"]), late=st.integers(0, 9),
        says=st.sampled_from(["agree", "agree", "differently"]), how=st.sampled_from(HOW),
    )  # fmt: skip
    def confirms(self, who: str, index: int, side: Any, says: Any, how: Any, late: int) -> None:
        here = self.meeting(index)
        digest = "old" if late == 0 else self.digest(here)
        new = NewConfirmation(side=side, says=says, how=how, digest=digest)
        self.do(who, lambda by: meeting.confirm(by, self.amira.id, here, new))

    def digest(self, here: UUID) -> str:
        with access.view(self.amira.citizen) as view:
            known = here in [each.id for each in meeting.every(view)]
            return (meeting.outcome(view, here).digest or "") if known else ""

    @rule(who=people, index=which, promised=st.booleans(), days=st.integers(-1, 9), step=st.one_of(st.none(), which))
    def closes(self, who: str, index: int, promised: bool, days: int, step: int | None) -> None:
        chosen = self.step(step)["id"] if step is not None else None
        new = NewClosing(next=chosen, promised=promised, who="Bo", on=self.day(days))
        here, before = self.meeting(index), self.now.revision
        self.do(who, lambda by: meeting.close_meeting(by, self.amira.id, here, new))
        if self.now.revision > before:
            assert self.now.next_id, "nobody goes home without a next step"
            assert self.now.steps[self.now.next_id]["state"] in OPEN

    @rule(who=people, verb=st.sampled_from(["complete", "start", "postpone"]), index=which)
    def goes_on(self, who: str, verb: str, index: int) -> None:
        step = self.step(index)
        self.do(who, lambda by: getattr(journey, verb)(by, self.amira.id, step["id"], step["state"]))

    @rule(days=st.integers(1, 3))
    def days_pass(self, days: int) -> None:
        clock.start(clock.now() + timedelta(days=days))

    @invariant()
    def what_is_agreed_is_said_by_both(self) -> None:
        """A step that came from a meeting is one that the plan has."""
        if not hasattr(self, "now"):
            return
        with db.reading() as connection:
            steps = connection.execute(select(_agreement.c.step_id).where(_agreement.c.step_id.is_not(None))).scalars()
            assert set(steps) <= set(self.now.steps)


@pytest.mark.slow
def test_however_they_meet_there_is_a_next_step(database: Engine) -> None:
    Meetings.engine, Meetings.came = database, Counter()
    checks = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
    often = settings(max_examples=EXAMPLES, stateful_step_count=LENGTH, deadline=None, database=None)
    run_state_machine_as_test(Meetings, settings=settings(often, suppress_health_check=checks))
    print(dict(Meetings.came))
    assert Meetings.came.total() >= AT_LEAST, "too few acts to say that it holds"
    assert Meetings.came["done"] >= AT_LEAST // 4, "too many of them were refused"

"""Amira, Bo and Tove meet again and again, in any order, also as they may not: nobody goes home without a next step."""

import os
from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from cast import said
from hypothesis import HealthCheck, settings, strategies as st
from hypothesis.stateful import invariant, rule, run_state_machine_as_test
from invariants import picture
from sqlalchemy import Engine, select
from together import Together

from minplan import access, clock, content, db, journey, meeting
from minplan.journey import Ball
from minplan.journey.kinds import OPEN
from minplan.meeting import HOW, Agreement, Confirmation, Meeting, NewAgreement, NewClosing, NewConfirmation, NewMeeting

EXAMPLES, LENGTH, AT_LEAST = int(os.environ.get("MINPLAN_TEST_EXAMPLES", "12")), 40, 120
people = st.sampled_from(["citizen", "citizen", "bo", "bo", "tove"])
which = st.integers(0, 30)
texts = st.sampled_from(["Ro", "Gå ud", "Ring", "🙂"]).map(said)
ready = st.sampled_from(sorted(content.ready_agreements()))
balls = st.sampled_from([Ball(holder="citizen"), Ball(holder="both"), Ball(holder="other", name="Lægen")])
_meeting = Meeting.__table__  # type: ignore[attr-defined]
_agreement = Agreement.__table__  # type: ignore[attr-defined]
_confirmation = Confirmation.__table__  # type: ignore[attr-defined]


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
        here, before = self.meeting(index), self.now.revision
        own = self.own_word(here)
        digest = "old" if late == 0 else self.digest(who, here)
        new = NewConfirmation(side=side, says=says, how=how, digest=digest)
        self.do(who, lambda by: meeting.confirm(by, self.amira.id, here, new))
        if self.now.revision > before and side == "citizen" and says == "agree" and how != "joined":
            self.said_yes = {*getattr(self, "said_yes", ()), here}
        assert who == "citizen" or self.own_word(here) == own, "an own word is its giver's alone"

    def digest(self, who: str, here: UUID) -> str:
        """The mark of what this person reads of a meeting."""
        with access.view(getattr(self.amira, who), self.amira.id) as view:
            known = here in [each.id for each in meeting.every(view)]
            return (meeting.outcome(view, here).digest or "") if known else ""

    def own_word(self, here: UUID) -> list[Any]:
        """What the citizen has said on a screen of their own."""
        query = select(_confirmation.c["says", "digest", "words_id", "at"])
        with db.reading() as connection:
            theirs = query.where(_confirmation.c.meeting_id == here, _confirmation.c.side == "citizen")
            return list(connection.execute(theirs.where(_confirmation.c.how == "own")).all())

    @rule(who=people, index=which, kind=st.sampled_from(["own", "agreed"]), ball=st.sampled_from(["citizen", "both"]))
    def puts_right(self, who: str, index: int, kind: str, ball: str) -> None:
        here, one = self.agreement(index)
        with db.reading() as connection:
            row = connection.execute(select(_agreement.c["kind", "ball"]).where(_agreement.c.id == one)).first()
        seen = row or (kind, ball)
        self.put(who, lambda by: meeting.set_kind(by, self.amira.id, here, one, seen[0], kind))
        self.put(who, lambda by: meeting.set_ball(by, self.amira.id, here, one, seen[1], ball))

    def put(self, who: str, act: Callable[[UUID], str]) -> None:
        """An act that answers with what stands there now."""
        before = self.now.revision

        def done(by: UUID) -> journey.Outcome:
            act(by)
            return journey.Outcome("done" if picture(self.amira).revision > before else "unchanged")

        self.do(who, done)

    @rule(tracks=st.sets(st.sampled_from(["health", "work"]), max_size=1))
    def hides(self, tracks: set[str]) -> None:
        self.do("citizen", lambda by: journey.hide_tracks(by, self.amira.id, self.amira.tove, tracks))

    @rule(who=people, index=which)
    def says_it_was_missed(self, who: str, index: int) -> None:
        here = self.meeting(index)
        with db.reading() as connection:
            ours = (_agreement.c.meeting_id == here, ~_agreement.c.gone)
            written = connection.execute(select(_agreement.c.id).where(*ours)).first()
            was = connection.execute(select(_meeting.c.state).where(_meeting.c.id == here)).scalar()
        self.do(who, lambda by: meeting.say_missed(by, self.amira.id, here))
        with db.reading() as connection:
            state = connection.execute(select(_meeting.c.state).where(_meeting.c.id == here)).scalar()
        assert was != "open" or not written or state == "open", "what was agreed is no meeting that never was"

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
    def what_is_agreed_is_said_by_the_citizen(self) -> None:
        """A step that came from a meeting is one of the plan, and the citizen said yes to it, or the law asks it."""
        if not hasattr(self, "now"):
            return
        with db.reading() as connection:
            query = select(_agreement.c["meeting_id", "kind", "step_id"]).where(_agreement.c.step_id.is_not(None))
            found = connection.execute(query).all()
        assert {row.step_id for row in found} <= set(self.now.steps)
        assert {row.meeting_id for row in found if row.kind != "law"} <= getattr(self, "said_yes", set())


@pytest.mark.slow
def test_however_they_meet_there_is_a_next_step(database: Engine) -> None:
    Meetings.engine, Meetings.came = database, Counter()
    # The rules are the same on both; on the slower database half as many runs show that it keeps them too.
    part = 1 if database.dialect.name == "sqlite" else 2
    checks = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
    often = settings(max_examples=EXAMPLES // part, stateful_step_count=LENGTH, deadline=None, database=None)
    run_state_machine_as_test(Meetings, settings=settings(often, suppress_health_check=checks))
    print(dict(Meetings.came))
    assert Meetings.came.total() >= AT_LEAST // part**2, "too few acts to say that it holds"
    assert Meetings.came["done"] >= AT_LEAST // (5 * part**2), "too many of them were refused"

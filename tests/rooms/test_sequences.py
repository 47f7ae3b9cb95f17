"""Amira, Bo and Tove do anything in any order, also what they may not and what they saw too late.

MINPLAN_TEST_EXAMPLES tries more of it.
"""

import os
from collections import Counter
from typing import Any

import pytest
from cast import said
from hypothesis import HealthCheck, settings, strategies as st
from hypothesis.stateful import rule, run_state_machine_as_test
from sqlalchemy import Engine
from together import Together

from minplan import clock, dialogue, journey, own_data
from minplan.journey import Ball, HandOver, NewGoal, NewMilestone, NewStep, NewWin, SettleFirst, Split, Wait, When

EXAMPLES, LENGTH, AT_LEAST = int(os.environ.get("MINPLAN_TEST_EXAMPLES", "12")), 50, 150

people = st.sampled_from(["citizen", "citizen", "citizen", "bo", "tove"])
which = st.integers(0, 30)
days = st.one_of(st.none(), st.integers(-3, 20))
replies = st.sampled_from(["yes", "yes", "adjust", "no", "talk"])
simple = st.sampled_from(["complete", "reopen", "start", "postpone"])
texts = st.sampled_from(["Ro", "Gå ud", "Ring", "🙂"]).map(said)
balls = st.one_of(
    st.builds(Ball, holder=st.sampled_from(["citizen", "municipality", "both"]), name=st.sampled_from([None, "Bo"])),
    st.just(Ball(holder="other", name="Lægen")),
)
talk = st.sampled_from(["answer", "write", "promise", "close"])
tracks = st.lists(st.sampled_from(["health", "work", "family"]), min_size=1, max_size=2, unique=True)


class Sequences(Together):
    """The acts."""

    @rule(who=people, verb=simple, index=which, late=st.booleans())
    def goes_on(self, who: str, verb: str, index: int, late: bool) -> None:
        step = self.step(index)
        seen = "later" if late else step["state"]
        self.do(who, lambda by: getattr(journey, verb)(by, self.amira.id, step["id"], seen))

    @rule(who=people, index=which, ball=balls, since=st.integers(-9, 0), until=st.integers(0, 20))
    def waits(self, who: str, index: int, ball: Ball, since: int, until: int) -> None:
        step = self.step(index)
        command = Wait(ball=ball, since=self.day(since), until=self.day(until))  # type: ignore[arg-type]
        self.do(who, lambda by: journey.wait(by, self.amira.id, step["id"], step["state"], command))

    @rule(who=people, index=which, until=days)
    def rests(self, who: str, index: int, until: int | None) -> None:
        step = self.step(index)
        self.do(who, lambda by: journey.rest(by, self.amira.id, step["id"], step["state"], self.day(until)))

    @rule(who=people, index=which, learned=texts)
    def goes_a_new_way(self, who: str, index: int, learned: Any) -> None:
        step, command = self.step(index), journey.Detour(learned=learned)
        self.do(who, lambda by: journey.detour(by, self.amira.id, step["id"], step["state"], command))

    @rule(who=people, index=which, ball=balls, promised=days)
    def hands_over(self, who: str, index: int, ball: Ball, promised: int | None) -> None:
        step, command = self.step(index), HandOver(ball=ball, promised=self.day(promised))
        self.do(who, lambda by: journey.hand_over(by, self.amira.id, step["id"], step["ball"] or "", command))

    @rule(who=people, index=which, ahead=st.integers(-1, 20))
    def promises(self, who: str, index: int, ahead: int) -> None:
        self.do(who, lambda by: journey.promise(by, self.amira.id, self.step(index)["id"], self.day(ahead)))  # type: ignore[arg-type]

    @rule(who=people, index=which, field=st.sampled_from(["title", "why"]), text=texts, late=st.booleans())
    def rewords(self, who: str, index: int, field: str, text: Any, late: bool) -> None:
        step = self.step(index)
        seen = self.step(index + 1)[f"{field}_id"] if late else step[f"{field}_id"]
        self.do(who, lambda by: journey.reword(by, self.amira.id, step["id"], field, seen, text))

    @rule(who=people, index=which, ahead=days)
    def sets_a_day(self, who: str, index: int, ahead: int | None) -> None:
        step, when = self.step(index), When(on=self.day(ahead))
        seen = step["when_on"].isoformat() if step["when_on"] else ""
        self.do(who, lambda by: journey.set_date(by, self.amira.id, step["id"], seen, when))

    @rule(who=people, title=texts, kind=st.sampled_from(["own", "agreed", "law"]), ball=balls, on=tracks, beside=which)
    def adds(self, who: str, title: Any, kind: str, ball: Ball, on: list[str], beside: int) -> None:
        law = "LAB § 1" if kind == "law" else None
        other = self.step(beside)["id"] if beside % 3 == 0 else None
        new = NewStep(
            milestone=self.amira.milestone, title=title, why=title, kind=kind, law=law, ball=ball, tracks=on,  # type: ignore[arg-type]
            together_with=other if beside % 2 else None, choice_with=None if beside % 2 else other,
        )  # fmt: skip
        self.do(who, lambda by: journey.add_step(by, self.amira.id, new))

    @rule(who=people, index=which, other=which, place=st.sampled_from(["before", "after"]))
    def moves(self, who: str, index: int, other: int, place: str) -> None:
        step, beside = self.step(index)["id"], self.step(other)["id"]
        self.do(who, lambda by: journey.move(by, self.amira.id, step, beside, place))

    @rule(who=people, index=which)
    def chooses_next(self, who: str, index: int) -> None:
        self.do(who, lambda by: journey.choose_next(by, self.amira.id, self.step(index)["id"]))

    @rule(index=which, titles=st.lists(texts, min_size=1, max_size=3), who=people)
    def splits(self, who: str, index: int, titles: list[Any]) -> None:
        self.do(who, lambda by: journey.split(by, self.amira.id, self.step(index)["id"], Split(titles=titles)))

    @rule(who=people, index=which, others=st.lists(which, min_size=1, max_size=3), ahead=st.integers(-1, 20))
    def settles_first(self, who: str, index: int, others: list[int], ahead: int) -> None:
        command = SettleFirst(before=[self.step(each)["id"] for each in others], look_again=self.day(ahead))  # type: ignore[arg-type]
        self.do(who, lambda by: journey.settle_first(by, self.amira.id, self.step(index)["id"], command))

    @rule(who=st.one_of(st.none(), people), index=which, word=replies, text=texts, ahead=days)
    def answers(self, who: str | None, index: int, word: Any, text: Any, ahead: int | None) -> None:
        asked, answerer = self.proposal(index)
        command = journey.ProposalAnswer(answer=word, text=text, because=text, when=When(on=self.day(ahead)))
        self.do(who or answerer, lambda by: journey.answer(by, self.amira.id, asked, command))

    @rule(who=people, index=which)
    def withdraws(self, who: str, index: int) -> None:
        self.do(who, lambda by: journey.withdraw(by, self.amira.id, self.proposal(index)[0]))

    @rule(who=people, whom=st.sampled_from(["bo", "tove"]), on=st.sets(st.sampled_from(["health", "work"])))
    def hides(self, who: str, whom: str, on: set[str]) -> None:
        self.do(who, lambda by: journey.hide_tracks(by, self.amira.id, getattr(self.amira, whom), on))

    @rule(who=people, title=texts, track=st.sampled_from(["health", "work"]))
    def adds_a_goal(self, who: str, title: Any, track: Any) -> None:
        self.do(who, lambda by: journey.add_goal(by, self.amira.id, NewGoal(title=title, track=track)))

    @rule(who=people, title=texts)
    def adds_a_landmark(self, who: str, title: Any) -> None:
        new = NewMilestone(goal=self.goal, title=title)
        self.do(who, lambda by: journey.add_milestone(by, self.amira.id, new))

    @rule(who=people, text=texts, index=which, praise=st.booleans())
    def wins(self, who: str, text: Any, index: int, praise: bool) -> None:
        verb, win = journey.praise if praise else journey.add_win, NewWin(text=text, step=self.step(index)["id"])
        self.do(who, lambda by: verb(by, self.amira.id, win))

    @rule(who=people, index=which)
    def calls(self, who: str, index: int) -> None:
        call = dialogue.NewCall(topic="forgotten", step=self.step(index)["id"])
        self.do(who, lambda by: dialogue.call(by, self.amira.id, call))

    @rule(who=people, index=which, verb=talk, text=texts, ahead=days)
    def goes_on_talking(self, who: str, index: int, verb: str, text: Any, ahead: int | None) -> None:
        more = {
            "answer": (dialogue.NewAnswer(answer="words" if ahead else "not_now", text=text),),
            "write": (text,),
            "promise": (dialogue.NewPromise(day=self.day(ahead or 0), text=text),),  # type: ignore[arg-type]
            "close": (),
        }[verb]
        self.do(who, lambda by: getattr(dialogue, verb)(by, self.amira.id, self.thread(index), *more))

    @rule(who=people, index=which, horizon=st.booleans())
    def takes_words_back(self, who: str, index: int, horizon: bool) -> None:
        step = self.step(index)["id"]
        if horizon:
            self.do(who, lambda by: own_data.erase_horizon(by, self.amira.id))
        else:
            self.do(who, lambda by: own_data.erase_step(by, self.amira.id, step))

    @rule(days=st.integers(1, 6))
    def days_pass(self, days: int) -> None:
        clock.start(clock.now() + clock.timedelta(days=days))


@pytest.mark.slow
def test_in_any_order_everything_holds(database: Engine) -> None:
    Sequences.engine, Sequences.came = database, Counter()
    # The rules are the same on both; on the slower database half as many runs show that it keeps them too.
    part = 1 if database.dialect.name == "sqlite" else 2
    checks = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
    often = settings(max_examples=EXAMPLES // part, stateful_step_count=LENGTH, deadline=None, database=None)
    run_state_machine_as_test(Sequences, settings=settings(often, suppress_health_check=checks))
    print(dict(Sequences.came))
    assert Sequences.came.total() >= AT_LEAST // part**2, "too few acts to say that it holds"
    assert Sequences.came["done"] >= AT_LEAST // (5 * part**2), "too many of them were refused"

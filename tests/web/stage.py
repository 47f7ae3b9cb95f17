"""A busy stage: Amira's plan and Dorte's, with one of everything in each, and Bo as the contact person of both."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from cast import MONDAY, Plan, prepare, said
from databases import acted_once
from flask import Flask
from props import row
from web.browser import Browser

from minplan import access, clock, db, dialogue, journey
from minplan.journey.goal import Goal, Milestone
from minplan.journey.step import Step
from minplan.words import NewText

Ids = dict[str, UUID]
NOBODY = "nobody"


@dataclass(frozen=True)
class Stage:
    """The application, the cast, and the ids of one of everything in Amira's plan and in Dorte's."""

    app: Flask
    cast: Plan
    amira: Ids
    dorte: Ids
    leader: UUID

    def browser(self, name: str) -> Browser:
        """The browser of nobody, amira, dorte, bo (contact), tove (team), camilla (elsewhere) or leader."""
        client: Browser = self.app.test_client()  # type: ignore[assignment]
        if name == NOBODY:
            return client
        person = access.person(self.person(name))
        assert person
        return client.come_in(person)

    def person(self, name: str) -> UUID:
        """The id of somebody on the stage."""
        known = {"amira": self.cast.citizen, "leader": self.leader}
        return known.get(name) or getattr(self.cast, name)  # type: ignore[no-any-return]

    @property
    def address(self) -> str:
        """The address of Amira's plan."""
        return f"/plans/{self.amira['plan']}"

    def step(self, name: str = "step") -> str:
        """The address of one of Amira's steps."""
        return f"{self.address}/steps/{self.amira[name]}"


@pytest.fixture
def stage(app: Flask) -> Stage:
    return build(app)


def build(app: Flask) -> Stage:
    """The stage in the database in use, on a Monday morning."""
    clock.start(clock.parse(MONDAY))
    return Stage(app, *acted_once("stage", _act))


def _act() -> tuple[Plan, Ids, Ids, UUID]:
    cast = prepare()
    with access.view(cast.dorte) as view:
        dortes = view.plan.id
    with db.writing() as session:
        session.add(access.Membership(plan_id=dortes, person_id=cast.bo, relation="contact", name="Bo"))
        leader = access.Person(kind="leader", name="Lis")
        session.add(leader)
        session.flush()
        leading = leader.id
    return cast, _furnish(cast.citizen, cast.bo, cast.id), _furnish(cast.dorte, cast.bo, dortes, str.upper), leading


def _furnish(citizen: UUID, bo: UUID, plan: UUID, voice: Callable[[str], str] = str) -> Ids:
    """One of everything in a plan: goal, milestone, steps of each kind, proposals, calls, wins, a horizon."""

    def say(words: str) -> NewText:
        return said(voice(words))

    goal = journey.add_goal(citizen, plan, journey.NewGoal(title=say("Et hjem"), track="family")).subject_id
    assert goal
    new = journey.NewMilestone(goal=goal, title=say("Nøglen er min"))
    milestone = journey.add_milestone(citizen, plan, new).subject_id
    assert milestone

    def step(by: UUID, title: str, **more: Any) -> UUID:
        values = {"milestone": milestone, "title": say(title), "tracks": ["family"]} | more
        found = journey.add_step(by, plan, journey.NewStep(**values)).subject_id
        assert found
        return found

    ours = {"kind": "agreed", "why": say("Det hjælper"), "ball": journey.Ball(holder="both")}
    ids = {"plan": plan, "goal": goal, "milestone": milestone, "person": bo, "step": step(citizen, "Find en nøgle")}
    ids |= {"other": step(citizen, "Mal væggen"), "behind": step(citizen, "Pak kasserne")}
    ids["law"] = step(bo, "Samtale", kind="law", law="LAB § 31", why=say("Loven siger det"))
    suggestion = step(bo, "Besøg et hus", **ours)
    ids["agreed"] = journey.answer(citizen, plan, suggestion, journey.ProposalAnswer(answer="yes")).subject_id  # type: ignore[assignment]
    journey.start(bo, plan, ids["agreed"], "later")
    ids["proposal"] = step(bo, "Tal med naboen")
    ids["owed"] = step(citizen, "Bo finder en tolk", ball=journey.Ball(holder="municipality"))
    journey.complete(citizen, plan, ids["behind"], "later")
    ids["wish"] = _wish(citizen, plan, ids["law"])
    ids["thread"] = _ask(citizen, plan, dialogue.NewCall(topic="talk", step=ids["step"]))
    ids["plan_thread"] = _ask(citizen, plan, dialogue.NewCall(topic="money", text=say("Hvornår kommer pengene?")))
    win = journey.NewWin(text=say("Nøglen passede"), step=ids["step"])
    ids["win"] = journey.add_win(citizen, plan, win).subject_id  # type: ignore[assignment]
    journey.set_horizon(citizen, plan, None, say("Et hus med udsigt"))
    return ids | _words(ids)


def _words(ids: Ids) -> Ids:
    """The versions of the words that somebody has seen who opens the forms."""
    seen = {"goal_words": (Goal, "goal"), "milestone_words": (Milestone, "milestone"), "step_words": (Step, "step")}
    seen |= {"agreed_words": (Step, "agreed")}
    found = {name: row(table, ids[key])["title_id"] for name, (table, key) in seen.items()}
    return found | {"horizon_words": row(access.Plan, ids["plan"])["horizon_id"]}


def _wish(citizen: UUID, plan: UUID, law: UUID) -> UUID:
    when = journey.When(on=clock.today() + timedelta(days=9))
    return journey.set_date(citizen, plan, law, "", when).subject_id  # type: ignore[return-value]


def _ask(citizen: UUID, plan: UUID, call: dialogue.NewCall) -> UUID:
    return dialogue.call(citizen, plan, call).subject_id  # type: ignore[return-value]

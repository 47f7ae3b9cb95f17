"""The cast: Amira (citizen), Bo (her contact), Tove (her team), Camilla (caseworker elsewhere), Dorte (a citizen).

The fixture `amira` is her plan with one step on health, on each database, on a Monday morning.
"""

from dataclasses import dataclass
from uuid import UUID

import pytest
from databases import acted_once
from sqlalchemy import Engine

from minplan import access, clock, db, journey
from minplan.words import NewText

MONDAY = "2026-11-16"
_PEOPLE = {"Amira": "citizen", "Dorte": "citizen", "Bo": "staff", "Tove": "staff", "Camilla": "staff"}


@dataclass(frozen=True)
class Plan:
    """Amira's plan and everybody around it, by id."""

    id: UUID
    citizen: UUID
    bo: UUID
    tove: UUID
    camilla: UUID
    dorte: UUID
    milestone: UUID
    step: UUID


def said(text: str, lang: str = "da") -> NewText:
    """Somebody's own words."""
    return NewText(text=text, lang=lang)


@pytest.fixture
def amira(database: Engine) -> Plan:
    """Amira's plan on each database."""
    return prepare()


def prepare() -> Plan:
    """Amira's plan in the database in use, on a Monday morning."""
    clock.start(clock.parse(MONDAY))
    return acted_once("amira", _act)


def _act() -> Plan:
    people, plan = _people_and_plan()
    amira = people["Amira"]
    goal = journey.add_goal(amira, plan, journey.NewGoal(title=said("At få ro"), track="health"))
    landmark = journey.NewMilestone(goal=goal.subject_id, title=said("Kende vejen"))
    milestone = journey.add_milestone(amira, plan, landmark)
    new = journey.NewStep(milestone=milestone.subject_id, title=said("Gå en tur"), tracks=["health"])
    step = journey.add_step(amira, plan, new)
    others = (people[name] for name in ("Bo", "Tove", "Camilla", "Dorte"))
    return Plan(plan, amira, *others, milestone=milestone.subject_id, step=step.subject_id)


def _people_and_plan() -> tuple[dict[str, UUID], UUID]:
    with db.writing() as session:
        people = {name: access.Person(kind=kind, name=name) for name, kind in _PEOPLE.items()}
        session.add_all(people.values())
        session.flush()
        plan = access.Plan(citizen_id=people["Amira"].id, created_at=clock.now())
        session.add_all([plan, access.Plan(citizen_id=people["Dorte"].id, created_at=clock.now())])
        session.flush()
        for name, relation in (("Bo", "contact"), ("Tove", "team")):
            session.add(access.Membership(plan_id=plan.id, person_id=people[name].id, relation=relation, name=name))
        return {name: person.id for name, person in people.items()}, plan.id

"""The database itself refuses what no plan may be, also from a hand that knows no rule."""

from typing import Any
from uuid import uuid4

import pytest
from cast import Plan
from props import SINCE, UNTIL, elsewhere, place, row
from sqlalchemy import insert, update
from sqlalchemy.exc import IntegrityError

from minplan import access, clock, db
from minplan.journal import Entry
from minplan.journey.proposal import Proposal
from minplan.journey.step import Step
from minplan.words import Text

BROKEN: dict[str, dict[str, Any]] = {
    "an open step without a ball": {"ball": None},
    "a later step without a ball": {"state": "later", "ball": None},
    "a suggestion without a ball": {"state": "suggested", "ball": None},
    "waiting without since": {"state": "waiting", "since": None, "until": UNTIL},
    "waiting without until": {"state": "waiting", "since": SINCE, "until": None},
    "the municipality's ball without since": {"ball": "municipality", "when_on": UNTIL, "since": None},
    "the municipality's ball without a promised day": {"ball": "municipality", "since": SINCE, "when_on": None},
    "an agreement without a why": {"kind": "agreed", "why_id": None},
    "a law step without a why": {"kind": "law", "law": "LAB § 1", "why_id": None},
    "a law step without its law": {"kind": "law", "law": None},
    "an own step with a law": {"kind": "own", "law": "LAB § 1"},
    "an unknown state": {"state": "failed"},
    "an unknown kind": {"kind": "duty"},
    "an unknown ball": {"ball": "nobody"},
    "somebody outside without a name": {"ball": "other", "ball_name": None},
    "a step on no track": {"tracks": ""},
    "a day and a time": {"when_on": UNTIL, "when_at": clock.parse("2026-11-18T10:00")},
    "a title that nobody wrote": {"title_id": uuid4()},
    "a landmark that is not there": {"milestone_id": uuid4()},
}


def refused(statement: Any) -> None:
    with pytest.raises(IntegrityError), db.writing() as session:
        session.execute(statement)


def accepted(statement: Any) -> None:
    with db.writing() as session:
        session.execute(statement)


def test_no_step_is_any_of_these(amira: Plan) -> None:
    step = place(amira, "agreed")
    whole = row(Step, step)
    for fields in BROKEN.values():
        refused(update(Step).where(Step.id == step).values(**fields))  # type: ignore[arg-type]
        refused(insert(Step).values(**(whole | {"id": uuid4()} | fields)))
    assert row(Step, step) == whole
    accepted(insert(Step).values(**(whole | {"id": uuid4()})))


def test_the_next_step_is_one_of_this_very_plan(amira: Plan) -> None:
    for step in (elsewhere(amira), uuid4()):
        refused(update(access.Plan).where(access.Plan.id == amira.id).values(next_step_id=step))  # type: ignore[arg-type]


def test_each_revision_has_one_entry(amira: Plan) -> None:
    values = {"plan_id": amira.id, "at": clock.now(), "verb": "x", "subject": "plan", "subject_id": amira.id}
    values |= {"before": {}, "after": {}, "audience": "all"}
    refused(insert(Entry).values(revision=1, **values))
    refused(insert(Entry).values(revision=999, **(values | {"audience": "staff"})))


def test_a_text_is_own_words_with_their_language_or_a_phrase(amira: Plan) -> None:
    for fields in ({"body": "Hej"}, {"body": "Hej", "lang": "da", "phrase": "step.call_doctor"}, {}):
        refused(insert(Text).values(id=uuid4(), plan_id=amira.id, written_at=clock.now(), **fields))
    accepted(insert(Text).values(id=uuid4(), plan_id=amira.id, written_at=clock.now(), body="Hej", lang="da"))


def test_a_plan_has_one_contact_and_a_citizen_one_plan(amira: Plan) -> None:
    member = {"plan_id": amira.id, "role": "", "position": 0, "hidden": "", "seen_revision": 0, "name": "x"}
    refused(insert(access.Membership).values(person_id=amira.camilla, relation="contact", **member))
    refused(insert(access.Membership).values(person_id=amira.camilla, relation="friend", **member))
    plan = {"id": uuid4(), "revision": 0, "seen_revision": 0, "created_at": clock.now()}
    refused(insert(access.Plan).values(citizen_id=amira.citizen, **plan))


def test_the_municipalitys_answer_to_a_proposal_has_a_promised_day(amira: Plan) -> None:
    values: dict[str, Any] = {"plan_id": amira.id, "by_id": amira.citizen, "at": clock.now(), "status": "open"}
    for fields in (
        {"what": "rest", "to": "municipality"},
        {"what": "rest", "to": "leader"},
        {"what": "delete", "to": "citizen"},
        {"what": "rest", "to": "citizen", "status": "lost"},
    ):
        refused(insert(Proposal).values(id=uuid4(), **(values | fields)))

"""Meetings in documents: who comes is found again, and what a document cannot say is told."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from furnished import meeting_rows
from sqlalchemy import Engine, insert, select

from minplan import access, clock, db, exchange, meeting
from minplan.exchange.check import check
from minplan.meeting import AgendaPoint, Attendance, Meeting

KARIN = exchange.documents()[2]
ONE = KARIN["meetings"][0]


def with_meeting(**more: Any) -> dict[str, Any]:
    return KARIN | {"meetings": [ONE | more]}


def bring_in(document: dict[str, Any]) -> UUID:
    assert check(document) == []
    return exchange.bring_in([document])[0]


def rows(table: Any) -> list[Any]:
    with db.reading() as connection:
        return list(connection.execute(select(table.__table__).order_by(table.position)))


def test_who_comes_is_who_they_are_on_the_plan(database: Engine) -> None:
    plan = bring_in(KARIN)
    with access.view(access.citizen_of(plan)) as view:  # type: ignore[arg-type]
        contact = view.contact
    assert contact
    karin, mette = rows(Attendance)
    assert (karin.name, karin.person_id, karin.kind) == ("Karin", None, "other")
    assert (mette.name, mette.person_id, mette.kind, mette.role) == (
        "Mette Krog", contact.person_id, "contact", contact.role,
    )  # fmt: skip


def test_what_the_citizen_wants_to_talk_about_is_theirs(database: Engine) -> None:
    points = [{"text": {"text": "Penge", "lang": "da"}, "by": name} for name in ("Karin", "Mette Krog", "Lis")]
    plan = bring_in(with_meeting(agenda=points))
    citizen = access.citizen_of(plan)
    found = rows(AgendaPoint)
    assert [point.by_id == citizen for point in found] == [True, False, False]
    assert found[1].by_id and found[2].by_id is None


def test_a_ready_point_has_its_picture(database: Engine) -> None:
    ready = meeting.pictures()[0].id
    document = with_meeting(agenda=[{"text": {"phrase": ready, "slots": {}}, "by": "Karin"}])
    plan = bring_in(document)
    assert rows(AgendaPoint)[0].picture == ready.partition(".")[2]
    assert exchange.take_out(plan) == (document, [])


@pytest.mark.parametrize("left", ["place", "purpose"])
def test_a_meeting_that_nobody_has_described_comes_back(database: Engine, left: str) -> None:
    document = with_meeting()
    del document["meetings"][0][left]
    assert exchange.take_out(bring_in(document)) == (document, [])


@pytest.mark.parametrize("link", ["javascript:alert(1)", "http://a.dk", "https://", "https://a b", ""])
def test_a_link_is_a_link_and_nothing_that_a_page_would_run(link: str) -> None:
    assert check(with_meeting(link=link))


@pytest.mark.parametrize(
    ("people", "told"),
    [
        ([{"name": "Sami"}], "people[0].kind: is missing"),
        ([{"name": "Sami", "kind": "king"}], "people[0].kind: must be one of"),
        ([{"name": "", "kind": "family"}], "people[0].name: is empty"),
        ([7], "people[0]: must be an object"),
        ([""], "people[0]: is empty"),
    ],
)
def test_what_is_wrong_with_somebody_is_said_where_it_stands(people: list[Any], told: str) -> None:
    (fault,) = check(with_meeting(people=people))
    assert str(fault).startswith(f"meetings[0].{told}")


@pytest.mark.parametrize(
    "values", [{"state": "offered", "offered_by": "citizen"}, {"state": "missed"},
               {"state": "cancelled", "cancelled_by": "citizen"}],
)  # fmt: skip
def test_what_does_not_stand_is_not_handed_on_as_if_it_did(database: Engine, values: dict[str, Any]) -> None:
    plan = bring_in(KARIN | {"meetings": []})
    with db.writing() as session:
        when = {"starts": clock.now(), "ends": clock.now() + timedelta(hours=1)}
        session.add(Meeting(plan_id=plan, place="", mode="phone", position=0, **when, **values))
    document, gaps = exchange.take_out(plan)
    assert document["meetings"] == [] and gaps == ["meetings that were only proposed, called off or missed: 1"]


def test_what_hangs_on_a_meeting_and_stays_here_is_told(database: Engine) -> None:
    plan = bring_in(KARIN)
    with access.view(access.citizen_of(plan)) as view:  # type: ignore[arg-type]
        citizen, contact = view.plan.citizen_id, view.contact
        (one,) = meeting.every(view)
    assert contact and one.agenda
    made = meeting_rows(one.id, plan, one.agenda[0].text_id, (citizen, contact.person_id), "x")
    with db.writing() as session:
        for name, values in made:
            if name in ("need", "expectation", "agreement", "confirmation"):
                table = db.metadata().tables[name]
                session.execute(insert(table), values)
    bare = {"meeting_id": one.id, "position": 9}
    with db.writing() as session:
        session.add(Attendance(**bare, name="", kind="interpreter", language="ar"))
        session.add(Attendance(**bare, name="Pia", answer="asked"))
    document, gaps = exchange.take_out(plan)
    assert document == KARIN
    assert gaps == [
        "people who were asked to a meeting: 1",
        "which language an interpreter speaks: 1",
        "what the citizen needs at meetings: 1",
        "expectations said at meetings: 1",
        "agreements made at meetings, beside the steps that they became: 1",
        "who said yes at meetings: 1",
    ]

"""What a page asks of the database does not grow with the plan."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from uuid import UUID, uuid4

import pytest
from cast import Plan, prepare, said
from flask import Flask
from meetings import closed, opened
from props import SINCE, way
from sqlalchemy import Engine, event, insert
from web.browser import Browser

from minplan import access, clock, db, dialogue, journey
from minplan.access import PersonView
from minplan.journey.step import Step
from minplan.journey.win import Win
from minplan.meeting import AgendaPoint, Agreement, Expectation, Note
from minplan.words import Text, write

MOST, KNOWN = 8, 3
Open = Callable[[PersonView], Browser]


@contextmanager
def counted(engine: Engine) -> Iterator[list[str]]:
    """The statements that the engine runs meanwhile."""
    found: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        # That a professional was here is written down beside it: one line, whatever they read.
        if not statement.startswith("INSERT INTO opening"):
            found.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    try:
        yield found
    finally:
        event.remove(engine, "before_cursor_execute", note)


def grown(steps: int) -> Plan:
    """Amira's plan with so many steps, each with a why and every third with a win; a call, a proposal and news."""
    amira = prepare()
    texts, rows, wins = [], [], []
    for number in range(steps - 1):
        title, why, step = uuid4(), uuid4(), uuid4()
        state = ("done", "active", "waiting", "later", "resting")[number % 5]
        texts += [_text(amira, title, f"Skridt {number}"), _text(amira, why, "Derfor")]
        rows.append(
            {"id": step, "plan_id": amira.id, "milestone_id": amira.milestone, "position": number, "way": number + 2}
            | {"title_id": title, "why_id": why, "tracks": "health,work", "kind": "agreed", "state": state}
            | {"ball": None if state == "done" else "municipality", "when_on": SINCE, "since": SINCE, "until": SINCE}
        )
        wins += [{"id": uuid4(), "plan_id": amira.id, "text_id": why, "on": SINCE, "step_id": step, "position": number}]
    with db.writing() as session:
        for table, values in ((Text, texts), (Step, rows), (Win, wins[::3])):
            if values:
                session.execute(insert(table), values)
    _live(amira)
    return amira


def _text(amira: Plan, key: UUID, body: str) -> dict[str, object]:
    return {"id": key, "plan_id": amira.id, "body": body, "lang": "da", "written_at": clock.now()}


def _live(amira: Plan) -> None:
    dialogue.call(amira.citizen, amira.id, dialogue.NewCall(topic="forgotten"))
    new = journey.NewStep(milestone=amira.milestone, title=said("Svømning"), tracks=["health"])
    journey.add_step(amira.bo, amira.id, new)
    journey.praise(amira.bo, amira.id, journey.NewWin(text=said("Det var modigt")))
    journey.set_horizon(amira.citizen, amira.id, None, said("Et roligt hjem"))
    assert way(amira).next


@pytest.mark.parametrize("relation", ["citizen", "bo", "tove"])
def test_a_page_costs_the_same_few_statements_at_any_size(
    app: Flask, browser: Open, sqlite: Engine, relation: str
) -> None:
    costs, again = [], []
    for steps in (5, 50, 500):
        amira = grown(steps)
        client = browser(access.person(getattr(amira, relation)))  # type: ignore[arg-type]
        client.inspecting = steps < 500
        address = "/plan" if relation == "citizen" else f"/plans/{amira.id}"
        with counted(sqlite) as ran:
            page = client.get(address)
        assert page.status_code == 200
        costs.append(len(ran))
        with counted(sqlite) as ran:
            assert client.get(address, headers={"If-None-Match": page.headers["ETag"]}).status_code == 304
        again.append(len(ran))
    assert len(set(costs)) == 1 and costs[0] <= MOST, costs
    assert set(again) <= set(range(KNOWN + 1)), again
    print(f"{relation}: {costs[0]} statements, {again[0]} for a page that is known")


@pytest.mark.parametrize("relation", ["citizen", "bo", "tove"])
def test_the_room_costs_the_same_with_one_line_of_each_and_with_twenty(
    app: Flask, browser: Open, sqlite: Engine, relation: str
) -> None:
    costs = []
    for lines in (1, 20):
        amira = prepare()
        made = opened(amira)
        _write_in(amira, made, lines)
        client = browser(access.person(getattr(amira, relation)))  # type: ignore[arg-type]
        client.inspecting = lines == 1
        with counted(sqlite) as ran:
            page = client.get(f"/plans/{amira.id}/meetings/{made}/room")
        assert page.status_code == 200 and page.text.count("Skrevet i mødet") >= 4 * lines
        costs.append(len(ran))
    assert len(set(costs)) == 1, costs


def _write_in(amira: Plan, made: UUID, lines: int) -> None:
    """So many points, expectations, agreements and shared notes in an open meeting, and one that is over behind it."""
    closed(amira, amira.step)
    with db.writing() as session:
        for number in range(lines):
            text = write(session, amira.id, said(f"Skrevet i mødet {number}"), amira.bo, clock.now())
            place = {"meeting_id": made, "position": number}
            note = {"plan_id": amira.id, "meeting_id": made, "lang": "da", "at": clock.now(), "shared_at": clock.now()}
            session.add_all(
                [
                    AgendaPoint(text_id=text.id, by_id=amira.bo, by_name="Bo", **place),
                    Expectation(text_id=text.id, side="citizen", **place),
                    Agreement(plan_id=amira.id, what_id=text.id, why_id=text.id, kind="own", ball="citizen", **place),
                    Note(by_id=amira.bo, shared_id=text.id, **note),
                ]
            )

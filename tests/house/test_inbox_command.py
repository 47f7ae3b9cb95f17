"""`minplan system inbox`: whoever looks after the systems sees what was refused, tries it again, or lets go of it."""

from typing import Any

import pytest
from cast import Plan, prepare
from saying import Said, saying
from sqlalchemy import Engine, select

from minplan import access, db, office, sync
from minplan.access import HOME
from minplan.errors import NotAllowed, NotFound
from minplan.office import Doorkeeper
from minplan.sync.inbox_message import InboxMessage
from minplan.sync.shapes import KeptPaging, Messages

_row = InboxMessage.__table__  # type: ignore[attr-defined]


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> Said:
    return saying(capsys, "system")


@pytest.fixture
def amira(sqlite: Engine) -> Plan:
    """A goal that came without its track, and one whose plan nobody knows."""
    plan = prepare()
    _, key = sync.add_system(
        office.operator(HOME), sync.NewSystem(code="fagsystem", name="Fagsystemet", scopes=sync.SCOPES)
    )
    goal = {"type": "goal", "version": 1, "data": {"title": {"text": "Hemmelige ord"}}}
    here, unknown = {"id": "a", "subject": "g-1", "plan": str(plan.id)}, {"id": "b", "subject": "g-2", "plan": "?"}
    sync.receive(sync.by_key(str(key)), Messages.model_validate({"messages": [goal | here, goal | unknown]}))
    return plan


def rows() -> dict[str, Any]:
    with db.reading() as connection:
        return {row.message_id: row for row in connection.execute(select(_row))}


def test_what_was_refused_stands_there_without_its_words(amira: Plan, said: Said) -> None:
    code, every, _ = said("inbox", "fagsystem")
    assert code == 0 and len(every.splitlines()) == 2 and "Hemmelige" not in every
    [line] = said("inbox", "fagsystem", "--refused")[1].splitlines()
    told = ["a", "goal", "g-1", "1", "refused", "invalid", "/data/track required"]
    assert line.split("\t") == [str(rows()["a"].id), *told]
    assert said("inbox", "fagsystem", "--waiting")[1].endswith("waiting\tplan ?\n")
    assert said("inbox", "ukendt")[0] == 1


def test_it_is_tried_again_and_let_go_of(amira: Plan, said: Said) -> None:
    id = str(rows()["a"].id)
    assert said("inbox", "fagsystem", "again", id) == (0, "refused\n", "")
    assert rows()["a"].body["data"]["title"]["text"] == "Hemmelige ord"
    with db.writing() as session:
        body = rows()["a"].body
        body["data"]["track"] = "work"
        session.execute(_row.update().where(_row.c.message_id == "a").values(body=body))
    assert said("inbox", "fagsystem", "again", id) == (0, "done\n", "")
    assert said("inbox", "fagsystem", "letgo", id)[0] == 1
    assert said("inbox", "fagsystem", "letgo", str(rows()["b"].id)) == (0, "", "")
    assert (rows()["b"].state, rows()["b"].body) == ("let_go", None)
    assert said("inbox", "fagsystem", "again", str(rows()["b"].id))[1] == "let_go\n"


def test_it_is_for_whoever_looks_after_the_systems_of_that_municipality(amira: Plan) -> None:
    id = rows()["a"].id
    with db.writing() as session:
        session.add(access.Municipality(code="elsewhere", name="Elsewhere"))
    for verb in (sync.try_again, sync.let_go):
        with pytest.raises(NotAllowed):
            verb(office.of_person(amira.bo), id)
        with pytest.raises(NotFound):
            verb(office.operator("elsewhere"), id)
    with pytest.raises(NotAllowed):
        sync.inbox(Doorkeeper(None, None, "staff", HOME), "fagsystem", KeptPaging())
    sync.end_system(office.operator(HOME), "fagsystem")
    with pytest.raises(NotFound):
        sync.try_again(office.operator(HOME), id)
    sync.let_go(office.operator(HOME), id)

"""Citizens, caseworkers and contact persons that a system sends; and the one address that asks for an id number."""

from typing import Any
from uuid import UUID

import pytest
from answering import revision
from cast import Plan
from flask import Flask
from systems import Machine, let_in

from minplan import access, db, identity, office
from minplan.access import HOME
from minplan.errors import NotAllowed

NEW = {"If_None_Match": "*"}
NUMBER = "999999-0001"
BODIL = {"name": "Bodil", "email": "bodil@kommune.example", "department": "Beskæftigelse"}


def _put(machine: Machine, what: str, ref: str, sent: Any, **seen: str) -> Any:
    return machine.ask("PUT", f"/{what}/by-ref/fagsystem/{ref}", sent, **(seen or NEW))


@pytest.fixture
def karin(amira: Plan) -> dict[str, Any]:
    """A citizen as a system sends her."""
    return {"name": "Karin", "language": "da", "contact": str(amira.bo)}


def test_a_citizen_gets_a_plan_and_somebody_to_turn_to(machine: Machine, amira: Plan, karin: Any) -> None:
    added = _put(machine, "citizens", "c-1", karin)
    assert (added.status_code, added.json["name"]) == (201, "Karin")
    plan = machine.get(f"/plans/{added.json['plan']}").json
    assert (plan["citizen"], plan["contact"]) == (added.json["id"], str(amira.bo))
    again = _put(machine, "citizens", "c-1", karin)
    assert (again.status_code, again.headers["ETag"]) == (200, added.headers["ETag"])
    named = _put(machine, "citizens", "c-1", {"name": "Karin Holm"}, If_Match=added.headers["ETag"])
    assert (named.status_code, named.json["name"]) == (200, "Karin Holm")


def test_the_language_is_the_citizens(machine: Machine, karin: Any) -> None:
    _put(machine, "citizens", "c-1", karin)
    refused = _put(machine, "citizens", "c-1", {"language": "en"}, If_Match="*")
    assert refused.json["errors"] == [{"pointer": "/language", "code": "citizens_own"}]


@pytest.mark.parametrize(
    ("without", "code"),
    [({"contact": None}, "required"), ({"contact": {"system": "fagsystem", "id": "x"}}, "not_yet_there"),
     ({"contact": "00000000-0000-4000-8000-000000000000"}, "unknown")],
)  # fmt: skip
def test_nobody_is_added_without_somebody_to_turn_to(machine: Machine, karin: Any, without: Any, code: str) -> None:
    refused = _put(machine, "citizens", "c-1", karin | without)
    assert (refused.status_code, refused.json["errors"]) == (422, [{"pointer": "/contact", "code": code}])
    assert machine.get("/citizens/by-ref/fagsystem/c-1").status_code == 404


def test_a_caseworker_is_added_and_brought_up_to_date(machine: Machine, amira: Plan) -> None:
    added = _put(machine, "caseworkers", "w-1", BODIL)
    assert (added.status_code, added.json["name"], added.json["active"]) == (201, "Bodil", True)
    assert _put(machine, "caseworkers", "w-1", added.json, If_Match="*").status_code == 200
    by, id = office.operator(HOME), UUID(added.json["id"])
    before = office.one(by, id)
    changed = _put(machine, "caseworkers", "w-1", {"phone": "99 99 99 99"}, If_Match=added.headers["ETag"])
    after = office.one(by, id)
    assert changed.json["phone"] == after.phone == "99 99 99 99"
    assert (after.kind, after.language, after.hours) == ("staff", before.language, before.hours)
    refused = _put(machine, "caseworkers", "w-1", {"email": "other@kommune.example"}, If_Match="*")
    assert refused.json["errors"] == [{"pointer": "/email", "code": "fixed"}]


@pytest.mark.parametrize(
    ("sent", "pointer"), [({"name": None}, "/name"), ({"phone": "x"}, "/phone"), ({"role": "a" * 81}, "/role")]
)
def test_what_no_card_can_say_is_told_by_field(machine: Machine, amira: Plan, sent: Any, pointer: str) -> None:
    _put(machine, "caseworkers", "w-1", BODIL)
    refused = _put(machine, "caseworkers", "w-1", sent, If_Match="*")
    assert (refused.status_code, refused.json["errors"][0]["pointer"]) == (422, pointer)
    without = machine.ask("PATCH", f"/caseworkers/{amira.tove}", {"phone": "99 99 99 99"}, If_Match="*")
    assert without.json["errors"] == [{"pointer": "/email", "code": "required"}]


def test_who_is_here_already_is_the_same_person(machine: Machine, amira: Plan) -> None:
    with db.writing() as session:
        session.get_one(access.Person, amira.bo).email = "bo@kommune.example"
    adopted = _put(machine, "caseworkers", "w-1", {"name": "Bo", "email": "BO@kommune.example"})
    assert (adopted.status_code, adopted.json["id"]) == (201, str(amira.bo))


@pytest.mark.parametrize("kind", ["leader", "administrator", "editor"])
def test_whoever_leads_or_decides_is_nobody_that_a_system_changes(machine: Machine, amira: Plan, kind: str) -> None:
    with db.writing() as session:
        person = access.Person(kind=kind, name="Lone", email="lone@kommune.example")
        session.add(person)
    refused = _put(machine, "caseworkers", "w-1", {"name": "Else", "email": "lone@kommune.example"})
    assert (refused.status_code, refused.json["errors"]) == (422, [{"pointer": "/email", "code": "taken"}])
    found = access.person(person.id)
    assert found and found.name == "Lone"
    with pytest.raises(NotAllowed):
        office.add(office.of_person(machine.person_id), amira.dorte, office.NewPerson(kind="leader", **BODIL))


def test_another_contact_person_is_given_with_a_reason(machine: Machine, amira: Plan) -> None:
    path = f"/plans/{amira.id}"
    seen = machine.get(path)
    refused = machine.ask("PATCH", path, {"contact": str(amira.camilla)}, If_Match=seen.headers["ETag"])
    assert refused.json["errors"] == [{"pointer": "/because", "code": "required"}]
    sent = {"contact": str(amira.camilla), "because": {"text": "Bo går på pension"}}
    given = machine.ask("PATCH", path, sent, If_Match=seen.headers["ETag"])
    assert (given.status_code, given.json["contact"]) == (200, str(amira.camilla))
    before = revision(amira)
    assert machine.ask("PATCH", path, sent, If_Match=given.headers["ETag"]).status_code == 200
    assert revision(amira) == before
    stale = machine.ask("PATCH", path, sent | {"contact": str(amira.bo)}, If_Match=seen.headers["ETag"])
    assert stale.status_code == 412
    refused = machine.ask("PATCH", path, sent | {"contact": str(amira.dorte)}, If_Match="*")
    assert refused.json["errors"][0]["pointer"] == "/contact"


def test_a_citizen_is_found_by_number_and_named(app: Flask, machine: Machine, karin: Any) -> None:
    nobody = machine.ask("POST", "/citizens/lookup", {"number": NUMBER})
    assert nobody.status_code == 404 and NUMBER not in nobody.text
    asked = {"number": NUMBER, "ref": "c-1", "create": karin}
    made = machine.ask("POST", "/citizens/lookup", asked, Idempotency_Key="k-1")
    assert (made.status_code, made.json["external_refs"]) == (201, [{"system": "fagsystem", "id": "c-1"}])
    again = machine.ask("POST", "/citizens/lookup", asked, Idempotency_Key="k-1")
    assert (again.status_code, again.json) == (201, made.json)
    found = machine.ask("POST", "/citizens/lookup", asked | {"create": None})
    assert (found.status_code, found.json) == (200, made.json)
    assert "999999" not in found.text
    other = let_in(app, "andet")
    named = other.ask("POST", "/citizens/lookup", {"number": NUMBER, "ref": "a-1"})
    now = other.get(f"/citizens/{made.json['id']}")
    assert (named.json, named.headers["ETag"]) == (now.json, now.headers["ETag"]) and "a-1" in named.text
    known = identity.by_number(HOME, NUMBER)
    assert known and str(known.id) == made.json["id"]


def test_a_lookup_is_read_by_the_citizen(machine: Machine, amira: Plan, karin: Any) -> None:
    made = machine.ask("POST", "/citizens/lookup", {"number": NUMBER, "create": karin}).json
    machine.ask("POST", "/citizens/lookup", {"number": NUMBER})
    with db.reading() as connection:
        what = connection.exec_driver_sql("SELECT what FROM opening").scalars().all()
    assert "lookup" in what and made["plan"]


@pytest.mark.parametrize("number", ["", "x", "0101901234567", "\u0000", "\ud800", "010190-12345"])
def test_what_is_no_number_is_told_and_never_repeated(machine: Machine, number: str) -> None:
    refused = machine.ask("POST", "/citizens/lookup", {"number": number})
    assert (refused.status_code, refused.json["errors"][0]["pointer"]) == (422, "/number")
    assert "0101" not in refused.text


def test_who_may_only_read_adds_nobody(app: Flask, amira: Plan, karin: Any) -> None:
    reader = let_in(app, "andet", HOME, "citizens:read")
    assert reader.ask("POST", "/citizens/lookup", {"number": NUMBER, "create": karin}).status_code == 403


@pytest.mark.parametrize("ref", ["010190-1234", "cpr-0601901234", "0101901234x", "CPR0101901234", "id_0101901234"])
def test_an_id_number_is_no_external_id(machine: Machine, karin: Any, ref: str) -> None:
    refused = _put(machine, "citizens", ref, karin)
    assert refused.status_code == 400 and refused.json["errors"] == [{"pointer": "ref", "code": "id_number"}]
    assert "01901234" not in refused.text
    refused = machine.ask("POST", "/citizens/lookup", {"number": NUMBER, "ref": ref, "create": karin})
    assert refused.status_code == 400 and refused.json["errors"] == [{"pointer": "/ref", "code": "id_number"}]
    assert "01901234" not in refused.text
    assert _put(machine, "citizens", "sag-12034-56789", karin).status_code == 201


@pytest.mark.parametrize("ref", ["c-{}", "{}9", "x{}y"])
def test_nobody_is_called_by_the_number_that_is_asked_about(machine: Machine, karin: Any, ref: str) -> None:
    bare = NUMBER.replace("-", "")
    for number, named in ((NUMBER, bare), (bare, NUMBER), (NUMBER, NUMBER)):
        asked = {"number": number, "ref": ref.format(named), "create": karin}
        refused = machine.ask("POST", "/citizens/lookup", asked)
        assert (refused.status_code, refused.json["errors"][0]["pointer"]) == (400, "/ref")
        assert bare not in refused.text.replace("-", "")
    assert machine.ask("POST", "/citizens/lookup", {"number": NUMBER}).status_code == 404


def test_an_id_that_cannot_be_used_is_pointed_at(machine: Machine, karin: Any) -> None:
    refused = _put(machine, "citizens", "a%2F", karin)
    assert (refused.status_code, refused.json["errors"][0]["pointer"]) == (400, "ref")


def test_another_municipalitys_people_are_nobody_here(app: Flask, machine: Machine, amira: Plan, karin: Any) -> None:
    made = machine.ask("POST", "/citizens/lookup", {"number": NUMBER, "create": karin}).json
    with db.writing() as session:
        session.add(access.Municipality(code="elsewhere", name="Andetsteds"))
    other = let_in(app, "fagsystem", "elsewhere")
    assert other.ask("POST", "/citizens/lookup", {"number": NUMBER}).status_code == 404
    assert other.ask("PATCH", f"/citizens/{made['id']}", {"name": "X"}, If_Match="*").status_code == 404
    assert other.ask("PATCH", f"/caseworkers/{amira.bo}", {"name": "X"}, If_Match="*").status_code == 404

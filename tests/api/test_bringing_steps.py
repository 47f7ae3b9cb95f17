"""A step that a system sends: a suggestion, or there at once; changed by who has seen it; taken back."""

from typing import Any

import pytest
from answering import answer_newest, revision
from cast import Plan, said
from systems import Machine, let_in

from minplan import access, clock, db, journal, journey

SEEN_NOTHING = {"If_None_Match": "*"}


@pytest.fixture
def milestone(amira: Plan) -> str:
    """A landmark that is a part of the case, since an agreed step leads to it."""
    new = journey.NewStep(milestone=amira.milestone, tracks=["health"], kind="law", law="LAB § 1",
                          title=said("Samtale"), why=said("Så ses vi"))  # fmt: skip
    journey.add_step(amira.bo, amira.id, new)
    return str(amira.milestone)


@pytest.fixture
def step(milestone: str) -> dict[str, Any]:
    """An agreed step as a system sends it."""
    title, why = {"text": "Besøg skolen"}, {"text": "For at se den"}
    return {"milestone": milestone, "kind": "agreed", "title": title, "why": why, "tracks": ["health"]}


@pytest.fixture
def law(step: dict[str, Any]) -> dict[str, Any]:
    """One that the law asks, whose turn is the municipality's."""
    ball = {"holder": "municipality", "promised": "2026-11-20"}
    return step | {"kind": "law", "law": "LAB § 27", "ball": ball}


def _at(amira: Plan, ref: str = "s-1") -> str:
    return f"/plans/{amira.id}/steps/by-ref/fagsystem/{ref}"


def test_an_agreed_step_arrives_as_a_suggestion(machine: Machine, amira: Plan, step: dict[str, Any]) -> None:
    answer = machine.ask("PUT", _at(amira), step, **SEEN_NOTHING)
    assert (answer.status_code, answer.json["state"]) == (202, "suggested")
    assert answer.json["external_refs"] == [{"system": "fagsystem", "id": "s-1"}]
    path = answer.headers["Location"].removeprefix("/api/v1")
    assert machine.get(path).headers["ETag"] == answer.headers["ETag"]
    answer_newest(amira, "yes")
    assert machine.get(path).json["state"] == "later"


def test_what_the_law_asks_is_there_at_once_and_the_history_says_by_whom(
    machine: Machine, amira: Plan, law: dict[str, Any]
) -> None:
    answer = machine.ask("PUT", _at(amira), law, **SEEN_NOTHING)
    assert (answer.status_code, answer.json["state"]) == (201, "later")
    with db.writing() as session:
        newest = journal.newest(session, amira.id)
    assert newest and (newest.verb, newest.actor_id) == ("add", machine.person_id)


def test_the_same_again_is_done_once(machine: Machine, amira: Plan, step: dict[str, Any], law: dict[str, Any]) -> None:
    for ref, sent in (("s-1", step), ("s-2", law)):
        first = machine.ask("PUT", _at(amira, ref), sent, **SEEN_NOTHING)
        before = revision(amira)
        again = machine.ask("PUT", _at(amira, ref), sent, **SEEN_NOTHING)
        assert (again.status_code, again.json) == (200, first.json)
        assert again.headers["ETag"] == first.headers["ETag"] and revision(amira) == before


def test_all_that_can_be_sent_is_sent_again_each_night(
    machine: Machine, amira: Plan, step: dict[str, Any], law: dict[str, Any]
) -> None:
    """Whatever the citizen does meanwhile, what stands in the other system is no change."""
    more = {"tracks": ["health", "health"], "ball": law["ball"] | {"since": None, "name": None}, "until": None}
    machine.ask("PUT", _at(amira), step | more, **SEEN_NOTHING)
    machine.ask("PUT", _at(amira, "s-2"), law | more | {"state": "done"}, **SEEN_NOTHING)
    for answer in ("yes", None):
        before = revision(amira)
        assert machine.ask("PUT", _at(amira), step | more, If_Match="*").status_code == 200
        assert machine.ask("PUT", _at(amira, "s-2"), law | more | {"state": "done"}, If_Match="*").status_code == 200
        assert revision(amira) == before
        if answer:
            answer_newest(amira, answer)


def test_two_that_say_the_same_are_two(machine: Machine, amira: Plan, step: dict[str, Any]) -> None:
    ids = {machine.ask("PUT", _at(amira, ref), step, **SEEN_NOTHING).json["id"] for ref in ("s-1", "s-2")}
    assert len(ids) == 2


def test_who_has_not_seen_it_changes_nothing(machine: Machine, amira: Plan, law: dict[str, Any]) -> None:
    first = machine.ask("PUT", _at(amira), law, **SEEN_NOTHING)
    sent = law | {"title": {"text": "Besøg to skoler"}}
    before = revision(amira)
    assert machine.ask("PUT", _at(amira), sent).status_code == 428
    assert machine.ask("PUT", _at(amira), sent, **SEEN_NOTHING).status_code == 412
    assert machine.ask("PUT", _at(amira), sent, If_Match='"old"').status_code == 412
    assert machine.ask("PUT", _at(amira, "s-2"), sent, If_Match="*").status_code == 412
    assert revision(amira) == before
    answer = machine.ask("PUT", _at(amira), sent, If_Match=first.headers["ETag"])
    assert (answer.status_code, answer.json["title"]["text"]) == (200, "Besøg to skoler")


def test_other_words_for_an_agreement_wait_for_the_citizen(
    machine: Machine, amira: Plan, step: dict[str, Any]
) -> None:
    first = machine.ask("PUT", _at(amira), step, **SEEN_NOTHING)
    answer_newest(amira, "yes")
    patch, path = {"title": {"text": "Besøg to skoler"}}, f"/plans/{amira.id}/steps/{first.json['id']}"
    answer = machine.ask("PATCH", path, patch, If_Match="*")
    assert (answer.status_code, answer.json["title"]["text"]) == (202, "Besøg skolen")
    before = revision(amira)
    assert machine.ask("PATCH", path, patch, If_Match="*").status_code == 202
    assert revision(amira) == before
    answer_newest(amira, "yes")
    assert machine.get(path).json["title"]["text"] == "Besøg to skoler"


def test_a_suggestion_is_laid_anew_while_nobody_has_answered(
    machine: Machine, amira: Plan, step: dict[str, Any]
) -> None:
    first = machine.ask("PUT", _at(amira), step, **SEEN_NOTHING)
    sent = step | {"title": {"text": "Besøg to skoler"}}
    answer = machine.ask("PUT", _at(amira), sent, If_Match=first.headers["ETag"])
    assert (answer.status_code, answer.json["title"]["text"]) == (202, "Besøg to skoler")
    assert answer.json["external_refs"] == first.json["external_refs"]
    with access.view(amira.citizen, amira.id) as view:
        assert len(journey.proposals(view, journey.way(view))) == 1


def test_what_was_turned_down_is_not_suggested_again(machine: Machine, amira: Plan, step: dict[str, Any]) -> None:
    machine.ask("PUT", _at(amira), step, **SEEN_NOTHING)
    answer_newest(amira, "no")
    before = revision(amira)
    assert machine.ask("PUT", _at(amira), step, **SEEN_NOTHING).status_code == 409
    assert revision(amira) == before


def test_how_far_the_municipalitys_own_part_has_come(machine: Machine, amira: Plan, law: dict[str, Any]) -> None:
    clock.start(clock.parse("2026-11-16T09:00"))
    machine.ask("PUT", _at(amira), law, **SEEN_NOTHING)

    def tell(**sent: Any) -> Any:
        return machine.ask("PUT", _at(amira), sent, If_Match="*").json

    assert tell(ball={"holder": "municipality", "promised": "2026-11-27"})["ball"]["promised"] == "2026-11-27"
    assert tell(state="active")["state"] == "active"
    waiting = tell(state="waiting", ball={"holder": "municipality"}, until="2026-12-01")
    assert (waiting["state"], waiting["until"]) == ("waiting", "2026-12-01")
    done = tell(state="done")
    assert (done["state"], done["done_on"], done["ball"]) == ("done", "2026-11-16", None)
    assert tell(state="waiting", until="2026-12-01")["state"] == "waiting"


def test_where_it_is_the_citizens_turn_only_people_say_how_far(
    machine: Machine, amira: Plan, law: dict[str, Any]
) -> None:
    machine.ask("PUT", _at(amira), law | {"ball": {"holder": "citizen"}}, **SEEN_NOTHING)
    for sent in ({"state": "done"}, {"ball": {"holder": "municipality"}}, {"state": "resting"}):
        assert machine.ask("PUT", _at(amira), sent, If_Match="*").status_code == 403, sent


def test_several_things_are_done_or_none(machine: Machine, amira: Plan, law: dict[str, Any]) -> None:
    first = machine.ask("PUT", _at(amira), law, **SEEN_NOTHING)
    before = revision(amira)
    sent = {"title": {"text": "Andet"}, "ball": {"holder": "municipality", "promised": "2020-01-01"}}
    assert machine.ask("PUT", _at(amira), sent, If_Match="*").status_code == 422
    assert revision(amira) == before
    assert machine.get(f"/plans/{amira.id}/steps/{first.json['id']}").json == first.json


@pytest.mark.parametrize(
    ("sent", "pointer", "code"),
    [
        ({"is_next": False}, "/is_next", "citizens_own"),
        ({"learned": {"text": "Nej", "lang": "da"}}, "/learned", "citizens_own"),
        ({"done_on": "2026-01-01"}, "/done_on", "read_only"),
        ({"kind": "agreed"}, "/kind", "fixed"),
        ({"tracks": ["work"]}, "/tracks", "fixed"),
        ({"title": None}, "/title", "fixed"),
        ({"title": {"text": "Ring til 010190-1234"}}, "/title/text", "id_number"),
        ({"title": {"text": "\u0000"}}, "/title/text", "bad_character"),
        ({"title": {"text": " "}}, "/title/text", "required"),
        ({"title": {"text": "x", "lang": "und"}}, "/title/lang", "language_unknown"),
        ({"when_at": "0001-01-01T00:00:00+14:00"}, "/when_at", "out_of_range"),
        ({"law": "§" * 101}, "/law", "too_long"),
        ({"until": "9999-12-31"}, "/until", "out_of_range"),
        (
            {"when_on": "2026-11-21", "ball": {"holder": "municipality", "promised": "2026-11-20"}},
            *("/when_on", "not_promised"),
        ),
        ({"ball": {"holder": "municipality", "since": "2026-01-01"}}, "/ball", "since_is_ours"),
        ({"until": "2026-12-01"}, "/until", "not_waiting"),
    ],
)  # fmt: skip
def test_what_is_not_the_senders_is_refused_by_field(
    machine: Machine, amira: Plan, law: dict[str, Any], sent: Any, pointer: str, code: str
) -> None:
    first = machine.ask("PUT", _at(amira), law, **SEEN_NOTHING)
    if "is_next" in sent:
        sent = {"is_next": not first.json["is_next"]}
    answer = machine.ask("PUT", _at(amira), sent, If_Match="*")
    assert (answer.status_code, answer.json["errors"]) == (422, [{"pointer": pointer, "code": code}])
    assert "0101" not in answer.text


def test_a_resource_is_sent_back_as_it_was_read(machine: Machine, amira: Plan, law: dict[str, Any]) -> None:
    first = machine.ask("PUT", _at(amira), law, **SEEN_NOTHING)
    answer = machine.ask("PUT", _at(amira), first.json, If_Match=first.headers["ETag"])
    assert (answer.status_code, answer.json) == (200, first.json)


def test_a_suggestion_is_taken_back_and_an_agreement_is_not(
    machine: Machine, amira: Plan, step: dict[str, Any], law: dict[str, Any]
) -> None:
    machine.ask("PUT", _at(amira), step, **SEEN_NOTHING)
    machine.ask("PUT", _at(amira, "s-2"), law, **SEEN_NOTHING)
    assert machine.ask("DELETE", _at(amira), If_Match="*").status_code == 204
    assert machine.ask("DELETE", _at(amira), If_Match="*").status_code == 404
    assert machine.ask("DELETE", _at(amira, "s-2"), If_Match="*").status_code == 403
    assert machine.ask("PUT", _at(amira), step, **SEEN_NOTHING).status_code == 202


def test_nobody_writes_in_anothers_name_or_what_is_not_in_the_case(
    machine: Machine, amira: Plan, step: dict[str, Any]
) -> None:
    foreign = f"/plans/{amira.id}/steps/by-ref/andet/s-1"
    assert machine.ask("PUT", foreign, step, **SEEN_NOTHING).status_code == 403
    own = machine.ask("PATCH", f"/plans/{amira.id}/steps/{amira.step}", {"title": {"text": "x"}}, If_Match="*")
    assert own.status_code == 404
    number = machine.ask("PUT", _at(amira, "010190-1234"), step, **SEEN_NOTHING)
    assert number.status_code == 400 and "0101" not in number.text


def test_another_municipalitys_system_finds_nothing(app: Any, amira: Plan, step: dict[str, Any]) -> None:
    with db.writing() as session:
        session.add(access.Municipality(code="elsewhere", name="Andetsteds"))
    other = let_in(app, "fagsystem", "elsewhere")
    assert other.ask("PUT", _at(amira), step, **SEEN_NOTHING).status_code == 404

"""To write is not to read: a system without the scope for that is told which it was, and nothing that stands in it."""

import hmac
from hashlib import sha256
from typing import Any

import pytest
from cast import Plan, said
from flask import Flask
from systems import BASE, Machine, let_in

from minplan import config, journey
from minplan.access import HOME
from minplan.routes.api import operations
from minplan.sync.shapes import Step

WRITES = ("citizens:write", "plans:write", "meetings:write", "caseworkers:write")
TOLD = {"id", "external_refs"}


@pytest.fixture
def writer(app: Flask, amira: Plan) -> Machine:
    """A system that may write everything and read nothing."""
    return let_in(app, "fagsystem", HOME, *WRITES)


@pytest.fixture
def step(amira: Plan) -> str:
    """Something that the law asks, written by somebody else."""
    words = {"title": said("Hemmelig samtale"), "why": said("Hemmelig grund"), "law": "LAB § 1"}
    new = journey.NewStep(milestone=amira.milestone, tracks=["health"], kind="law", **words)
    return str(journey.add_step(amira.bo, amira.id, new).subject_id)


def told(answer: Any, status: int = 200) -> Any:
    """The answer, which says no more than which it was."""
    assert answer.status_code == status and answer.json.keys() == TOLD, answer.text
    assert "Hemmelig" not in answer.text and "Amira" not in answer.text and answer.headers["ETag"]
    return answer.json


def test_a_change_of_nothing_reads_nothing(writer: Machine, amira: Plan, step: str) -> None:
    path = f"/plans/{amira.id}"
    for at in (path, f"{path}/steps/{step}", f"{path}/milestones/{amira.milestone}", f"/citizens/{amira.citizen}"):
        assert told(writer.ask("PATCH", at, {}, If_Match="*"))["id"] == at.rpartition("/")[2]
        assert writer.get(at).status_code == 403
    told(writer.ask("PATCH", f"/caseworkers/{amira.bo}", {}, If_Match="*"))


def test_it_goes_on_with_what_it_is_told(app: Flask, writer: Machine, amira: Plan, step: str) -> None:
    sent = {"milestone": str(amira.milestone), "kind": "law", "law": "LAB § 27", "tracks": ["health"],
            "title": {"text": "Hemmelig"}, "why": {"text": "Hemmelig"}}  # fmt: skip
    at = f"/plans/{amira.id}/steps"
    made = writer.ask("PUT", f"{at}/by-ref/fagsystem/s-1", sent, If_None_Match="*")
    known = told(made, 201)
    assert known["external_refs"] == [{"system": "fagsystem", "id": "s-1"}]
    assert made.headers["Location"] == f"{BASE}{at}/{known['id']}"
    other = {"title": {"text": "Hemmelig to"}}
    changed = writer.ask("PATCH", f"{at}/{known['id']}", other, If_Match=made.headers["ETag"])
    assert told(changed) == known
    assert writer.ask("PATCH", f"{at}/{known['id']}", {"title": {"text": "Tre"}}, If_Match='"x"').status_code == 412
    both = let_in(app, "begge", HOME, *WRITES, "plans:read")
    whole = both.ask("PATCH", f"{at}/{known['id']}", {}, If_Match="*")
    assert whole.json["title"]["text"] == "Hemmelig to" and whole.headers["ETag"] == changed.headers["ETag"]


def test_another_systems_ids_are_not_told(app: Flask, writer: Machine, amira: Plan, step: str) -> None:
    other, at = let_in(app, "andet"), f"/plans/{amira.id}/steps"
    sent = {"milestone": str(amira.milestone), "kind": "law", "law": "LAB § 27", "tracks": ["health"],
            "title": {"text": "Samtale"}, "why": {"text": "For at tale"}}  # fmt: skip
    made = other.ask("PUT", f"{at}/by-ref/andet/theirs", sent, If_None_Match="*").json
    assert told(writer.ask("PATCH", f"{at}/{made['id']}", {}, If_Match="*"))["external_refs"] == []


def test_every_answer_to_a_writer_is_short_or_none_in_the_document() -> None:
    short = {each.id for each in operations() if each.reading}
    with_body = {each.id for each in operations() if each.scope in WRITES and any(each.answers.values())}
    assert short == with_body and len(short) >= 16


def test_nothing_is_guessed_without_having_seen_it(writer: Machine, amira: Plan, step: str) -> None:
    at = f"/plans/{amira.id}"
    guesses: dict[str, tuple[Any, ...]] = {
        f"{at}/steps/{step}": ({"state": "later"}, {"state": "done"}, {"title": {"text": "Hemmelig samtale"}},
                               {"title": {"text": "Andet"}}, {"ball": {"holder": "citizen"}}, {"is_next": False}),
        f"{at}/milestones/{amira.milestone}": ({"title": {"text": "Andet"}}, {"title": None}, {}),
        f"/citizens/{amira.citizen}": ({"name": "Amira"}, {"name": "Karin"}, {"language": "da"}, {"language": "ar"}),
        f"/caseworkers/{amira.bo}": ({"name": "Bo"}, {"name": "Ib"}, {"department": None}, {}),
        at: ({"contact": str(amira.bo)}, {"contact": str(amira.tove)}, {}),
    }  # fmt: skip
    for path, every in guesses.items():
        answers = [writer.ask("PATCH", path, sent, If_Match='"x"') for sent in every]
        assert {(each.status_code, each.text) for each in answers} == {(412, answers[0].text)}, path


def test_that_something_is_there_is_all_that_is_told_of_what_was_to_be_new(writer: Machine, amira: Plan) -> None:
    first, other = ({"name": name, "contact": str(amira.bo)} for name in ("Karin", "Kirsten"))
    at = "/citizens/by-ref/fagsystem/c-1"
    told(writer.ask("PUT", at, first, If_None_Match="*"), 201)
    assert {writer.ask("PUT", at, sent, If_None_Match="*").status_code for sent in (first, other)} == {412}


def test_whoever_may_read_sends_the_same_again_as_before(app: Flask, amira: Plan, step: str) -> None:
    both = let_in(app, "begge", HOME, *WRITES, "plans:read")
    at = f"/plans/{amira.id}/steps/{step}"
    assert both.ask("PATCH", at, both.get(at).json, If_Match='"x"').status_code == 200


def test_an_etag_is_nothing_that_can_be_tried_at_home(app: Flask, amira: Plan, step: str) -> None:
    seen = let_in(app, "begge", HOME, "plans:read").get(f"/plans/{amira.id}/steps/{step}")
    said = Step.model_validate(seen.json).model_dump_json().encode()
    assert said == seen.data and sha256(said).hexdigest()[:32] not in seen.headers["ETag"]
    key = config.settings().number_key.encode()
    assert seen.headers["ETag"] == f'"{hmac.digest(key, b"etag" + bytes(1) + said, "sha256").hex()[:32]}"'

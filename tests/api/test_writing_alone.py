"""To write is not to read: a system without the scope for that is told which it was, and nothing that stands in it."""

from typing import Any

import pytest
from cast import Plan, said
from flask import Flask
from systems import BASE, Machine, let_in

from minplan import journey
from minplan.access import HOME
from minplan.routes.api import operations

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

"""`minplan client`: an independent generator makes a client of the document, and a whole course goes through it."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from typing import Any, NamedTuple

import pytest
from answering import answer_newest
from cast import Plan
from systems import Machine
from web.server import server

from minplan import cli

__all__ = ["server"]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """The client's package, as the command writes it."""
    folder = tmp_path_factory.mktemp("client")
    assert cli.main(["client", str(folder)]) == 0
    sys.path.insert(0, str(folder))
    yield import_module("minplan_client.models")
    sys.path.remove(str(folder))


class Client(NamedTuple):
    """One system's client, and the package that it is of."""

    made: Any
    it: Any

    def __call__(self, operation: str, *words: Any, **more: Any) -> tuple[int, Any, str]:
        """Status, resource and ETag of an operation such as `steps.get_step`."""
        module = import_module(f"minplan_client.api.{operation}")
        answer = module.sync_detailed(*words, client=self.it, **more)
        return int(answer.status_code), answer.parsed, answer.headers.get("etag", "")

    def new(self, name: str, **said: Any) -> Any:
        """A model of the client's, from JSON."""
        return getattr(self.made, name).from_dict(said)


@pytest.fixture
def client(made: Any, server: str, machine: Machine) -> Client:
    found = import_module("minplan_client").AuthenticatedClient
    it = found(f"{server}/api/v1", token=machine.key, httpx_args={"trust_env": False}, raise_on_unexpected_status=True)
    return Client(made, it)


def test_a_whole_course_goes_through_the_generated_client(client: Client, amira: Plan) -> None:
    status, me, _ = client("me.get_me")
    assert (status, me.system) == (200, "fagsystem")
    place = client("changes.list_changes")[1].next_
    sofie = _let_in(client, amira)
    sent = _led_to(client, sofie)
    law = client.new("StepSent", kind="law", law="LAB § 27", ball={"holder": "municipality"}, **sent)
    status, step, etag = _put(client, sofie, "step", "s-1", law)
    assert (status, step.state.value) == (201, "later")
    assert _put(client, sofie, "step", "s-2", client.new("StepSent", kind="agreed", **sent))[0] == 202
    answer_newest(sofie, "yes")
    status, read, same = client("steps.get_step", sofie.id, step.id)
    assert (status, read.title.text, same) == (200, "Besøg skolen", etag)
    _only_who_has_seen_it_changes_it(client, sofie, step.id, etag)
    status, news, _ = client("changes.list_changes", after=place)
    types = [type(each.data).__name__.lower() for each in news.items]
    assert status == 200 and types == [each.subject.type_.value for each in news.items]
    assert {"goal", "milestone", "step"} <= set(types)


def _only_who_has_seen_it_changes_it(client: Client, sofie: Plan, step: Any, etag: str) -> None:
    done, active = (client.new("StepSent", state=state) for state in ("done", "active"))
    status, changed, newer = client("steps.patch_step", sofie.id, step, body=done, if_match=etag)
    assert (status, changed.state.value) == (200, "done") and newer != etag
    status, refused, _ = client("steps.patch_step", sofie.id, step, body=active, if_match=etag)
    assert (status, refused.type_) == (412, "/api/v1/problems/changed")


def _let_in(client: Client, amira: Plan) -> Plan:
    """Somebody new by their number, asked for twice with the same key."""
    create = {"name": "Sofie", "language": "da", "contact": str(amira.bo)}
    wanted = client.new("Lookup", number="0101901234", ref="c-1", create=create)
    first, again = (client("citizens.look_up_citizen", body=wanted, idempotency_key="k-1") for _ in range(2))
    assert first[0] == 201 and first[1].id == again[1].id
    assert client("citizens.get_citizen_by_ref", "fagsystem", "c-1")[1].name == "Sofie"
    return replace(amira, id=first[1].plan, citizen=first[1].id)


def _led_to(client: Client, sofie: Plan) -> dict[str, Any]:
    """What a step says, with the goal and the landmark that it leads to, to which Sofie has said yes."""
    goal = client.new("GoalSent", title={"text": "Et arbejde"}, track="work")
    assert _put(client, sofie, "goal", "g-1", goal)[0] == 202
    answer_newest(sofie, "yes")
    landmark = client.new("MilestoneSent", goal={"system": "fagsystem", "id": "g-1"}, title={"text": "Kende vejen"})
    assert _put(client, sofie, "milestone", "m-1", landmark)[0] == 202
    answer_newest(sofie, "yes")
    words = {"title": {"text": "Besøg skolen"}, "why": {"text": "For at se den"}}
    return {"milestone": {"system": "fagsystem", "id": "m-1"}, "tracks": ["work"], **words}


def _put(client: Client, sofie: Plan, type: str, ref: str, body: Any) -> tuple[int, Any, str]:
    operation = f"{type}s.put_{type}_by_ref"
    return client(operation, sofie.id, "fagsystem", ref, body=body, if_none_match="*")

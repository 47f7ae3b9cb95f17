"""Eight clients at one plan: no word of theirs is lost, none is written twice, and nobody meets an error."""

import os
from itertools import pairwise
from time import perf_counter

import pytest
from cast import Plan
from crowd import Came, Client, at_once
from props import entries, place, revision, row
from sqlalchemy import Engine, select

from minplan import db
from minplan.journal import News
from minplan.journey.step import Step
from minplan.words import Text

# Every run plays some of the edits; MINPLAN_TEST_EDITS=500 plays as many as a busy week of a municipality.
CLIENTS, EDITS = 8, int(os.environ.get("MINPLAN_TEST_EDITS", "100"))


def crowd(amira: Plan) -> list[Client]:
    """Bo and Tove, four times each, at what the law asks: its wording is theirs."""
    shared = place(amira, "law")
    staff = [amira.bo, amira.tove]
    return [
        Client(f"Klient {number}", staff[number % 2], amira.id, shared, place(amira, "law"), EDITS)
        for number in range(CLIENTS)
    ]


def texts() -> dict[str, str]:
    with db.reading() as connection:
        return {str(key): body for key, body in connection.execute(select(Text.id, Text.body))}  # type: ignore[call-overload]


def holds_together(line: list[News], said: list[str], last: str) -> None:
    """Each accepted edit found what the one before it left, and the last one stands."""
    told = texts()
    assert all(before.after["title_id"] == after.before["title_id"] for before, after in pairwise(line))
    assert sorted(told[entry.after["title_id"]] for entry in line) == sorted(said)
    assert line[-1].after["title_id"] == last


@pytest.mark.slow
def test_eight_clients_lose_no_word(amira: Plan, database: Engine) -> None:
    clients, before = crowd(amira), revision(amira)
    begun = perf_counter()
    came: list[Came] = at_once(database.url.render_as_string(hide_password=False), clients)
    assert [error for each in came for error in each.errors] == []
    accepted = [edit for each in came for edit in each.accepted]
    conflicts = sum(each.conflicts for each in came)
    print(f"{len(accepted)} accepted, {conflicts} conflicts in {perf_counter() - begun:.1f} s")
    assert len(accepted) + conflicts == CLIENTS * EDITS
    assert revision(amira) == before + len(accepted)
    told = [entry for entry in reversed(entries(amira)) if entry.revision > before]
    assert [entry.revision for entry in told] == list(range(before + 1, before + 1 + len(accepted)))
    for step in {client.shared for client in clients} | {client.own for client in clients}:
        line = [entry for entry in told if entry.step_id == step]
        holds_together(line, [text for where, text in accepted if where == step], str(row(Step, step)["title_id"]))

"""Eight clients write in one meeting over HTTP, every second edit in the same field: is any word lost?"""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import select

from bench.table import Client, Table
from minplan import db
from minplan.words import Text

CLIENTS, EDITS = 8, 500


@dataclass
class Came:
    """What came of edits: which text each accepted one found and left with which words, and how many were refused."""

    accepted: list[tuple[str, str, str, str]] = field(default_factory=list)
    conflicts: int = 0
    errors: list[int] = field(default_factory=list)


def measure(table: Table) -> dict[str, Any]:
    """`sent`, `accepted`, `conflicts` (shown with both wordings), `errors`, and `lost`: accepted, and then nowhere."""
    shared = table.point("Det, som alle skriver i")
    own = [table.point(f"Klient {number}") for number in range(CLIENTS)]
    clients = [table.client((table.citizen, table.contact)[number % 2]) for number in range(CLIENTS)]
    with ThreadPoolExecutor(CLIENTS) as threads:
        came = list(threads.map(_work, clients, range(CLIENTS), [shared] * CLIENTS, own))
    accepted = [edit for each in came for edit in each.accepted]
    texts = _texts()
    kept = sum(_kept(accepted, *begun, texts, _stands(table, begun[0])) for begun in (shared, *own))
    return {
        "sent": CLIENTS * EDITS,
        "accepted": len(accepted),
        "conflicts": sum(each.conflicts for each in came),
        "errors": [error for each in came for error in each.errors],
        "lost": len(accepted) - kept,
    }


def _work(client: Client, number: int, shared: tuple[str, str], own: tuple[str, str]) -> Came:
    came, seen = Came(), dict((shared, own))
    for turn in range(EDITS):
        path, text = (shared if turn % 2 else own)[0], f"Klient {number}, gang {turn}"
        status, stands, page = client.save(path, seen[path], text)
        if status == 204:
            came.accepted.append((path, seen[path], stands, text))
        elif status == 409 and text in page:
            came.conflicts += 1
        else:
            came.errors.append(status)
            continue
        seen[path] = stands
    return came


def _kept(accepted: list[tuple[str, str, str, str]], path: str, first: str, texts: dict[str, str], last: str) -> int:
    """How many stand in the field's one line: each found what the one before it left, with its words, until now."""
    after = {found: (left, text) for where, found, left, text in accepted if where == path}
    at, many = first, 0
    while at in after and texts.get(after[at][0]) == after[at][1]:
        at, many = after[at][0], many + 1
    return many if at == last else 0


def _stands(table: Table, path: str) -> str:
    """The id of the text that stands in a field, as the room shows it."""
    page = table.client(table.citizen).get(f"{table.here}/room")[1]
    form = page.partition(f'action="{path}"')[2]
    return form.partition('name="seen" value="')[2].partition('"')[0]


def _texts() -> dict[str, str]:
    with db.reading() as connection:
        found = connection.execute(select(Text.id, Text.body))  # type: ignore[call-overload]
        return {str(UUID(str(key))): body for key, body in found}

"""The lived-in demo, read whole by a system with every scope: of all that anybody wrote, what is agreed leaves."""

import json
from collections.abc import Iterator
from typing import Any

from flask import Flask
from sqlalchemy import text
from systems import let_in

from minplan import db, exchange
from minplan.routes.api import operations

# Where words stand that are a part of the case. Everything that is written anywhere else stays.
LEAVES = """
SELECT title_id FROM step WHERE kind IN ('agreed', 'law') UNION SELECT why_id FROM step WHERE kind IN ('agreed', 'law')
UNION SELECT what_id FROM agreement WHERE kind IN ('agreed', 'law')
UNION SELECT why_id FROM agreement WHERE kind IN ('agreed', 'law')
UNION SELECT text.id FROM text JOIN person ON person.id = text.author_id
JOIN goal ON text.id IN (goal.title_id, goal.why_id) WHERE person.kind IN ('staff', 'leader')
UNION SELECT text.id FROM text JOIN person ON person.id = text.author_id
JOIN milestone ON text.id = milestone.title_id WHERE person.kind IN ('staff', 'leader')
"""
# Whom a step lies with by name, as far as it is in the case: typed by people, and by no professional here.
NAMED = "SELECT ball_name FROM step WHERE kind IN ('agreed', 'law') AND ball_name IS NOT NULL"
GETS = [each for each in operations() if each.method == "GET"]
LISTS = [each.path for each in GETS if "limit" in getattr(each.query, "model_fields", ())]


def _read(app: Flask) -> Iterator[str]:
    """All that a system can page through, as text."""
    system = let_in(app, "alt")
    for path in LISTS:
        if "{plan}" not in path:
            yield system.get(path).text
    for plan in system.get("/plans?limit=200").json["items"]:
        yield system.get(f"/citizens/{plan['citizen']}").text
        yield from (system.get(path.format(plan=plan["id"])).text for path in LISTS if "{plan}" in path)


def test_of_all_words_only_those_leave_that_are_agreed(app: Flask) -> None:
    exchange.demo()
    with db.reading() as connection:
        leaves = {row[0] for row in connection.execute(text(LEAVES))}
        written = connection.execute(text("SELECT id, body FROM text WHERE body IS NOT NULL")).all()
    agreed = {body for id, body in written if id in leaves}
    kept = {body for id, body in written if id not in leaves} - agreed
    told = "\n".join(json.dumps(json.loads(each), ensure_ascii=False) for each in _read(app))
    assert len(kept) > 20 and len(agreed) > 3
    assert any(_said(body) in told for body in agreed)
    assert not [body for body in kept if _said(body) in told]


def test_of_the_names_that_stand_by_a_ball_none_leaves_that_no_professional_wrote(app: Flask) -> None:
    exchange.demo()
    with db.reading() as connection:
        typed = set(connection.execute(text(NAMED)).scalars())
    told = {name for each in _read(app) for name in _named(json.loads(each))}
    assert typed and told == {None}


def _named(found: Any) -> Iterator[str | None]:
    """The name in each ball, however deep it lies."""
    if isinstance(found, list):
        for each in found:
            yield from _named(each)
    elif isinstance(found, dict):
        for key, value in found.items():
            yield from [value["name"]] if key == "ball" and value else _named(value)


def _said(body: str) -> str:
    """As words stand in a resource: a clinic that is somebody's milestone is somebody else's department."""
    return f'"text": {json.dumps(body, ensure_ascii=False)}'

"""The table of changes: a column for all that the interface can say, and cells that a program reads back."""

import json
from typing import Any, get_args

import pytest

from minplan.sync.files.columns import cells, columns
from minplan.sync.shapes import EXAMPLES, Change
from minplan.sync.shapes.change import Resource

NOTHING: dict[str, Any] = dict.fromkeys(Change.model_fields) | {"deleted": True}


def row(item: Any) -> dict[str, str]:
    return dict(zip(columns(), cells(item), strict=True))


def test_each_thing_that_a_change_may_say_has_one_column() -> None:
    found = columns()
    assert len(set(found)) == len(found)
    assert found[:6] == ("cursor", "id", "type", "plan", "subject.type", "subject.id")
    assert {"data.title.text", "data.ball.promised", "data.external_refs", "data.tracks", "data.topic"} <= set(found)


@pytest.mark.parametrize("type", [each.__name__ for each in get_args(Resource) if each.__name__ in EXAMPLES])
def test_nothing_of_a_resource_is_lost(type: str) -> None:
    found = [cell for name, cell in row({"data": EXAMPLES[type]}).items() if name.startswith("data.") and cell]
    assert len(found) == leaves(EXAMPLES[type])


def leaves(value: Any) -> int:
    return sum(map(leaves, value.values())) if isinstance(value, dict) else value is not None


def test_a_list_is_json_and_words_are_no_formula() -> None:
    refs = [{"system": "fagsystem", "id": "P-17"}]
    data = {"external_refs": refs, "tracks": ["work", "health"], "name": "Ærø", "is_next": False}
    found = row(NOTHING | {"data": data})
    assert (json.loads(found["data.external_refs"]), found["data.tracks"]) == (refs, '["work", "health"]')
    assert (found["data.name"], found["data.is_next"], found["deleted"], found["etag"]) == ("Ærø", "false", "true", "")
    for text in ("=1", "+45", "-", "@a", "'", "'s"):
        assert row({"data": {"name": text}})["data.name"] == f"'{text}"


def test_where_nothing_is_left_the_cells_are_empty() -> None:
    assert set(cells(NOTHING)) == {"", "true"}

"""Bytes are read strictly: one clear sentence for everything that is not one clear document."""

from time import process_time

import pytest
from jsonschema import Draft202012Validator

from minplan import exchange
from minplan.exchange.reading import MAX_BYTES, Unreadable, parse

CASES = [
    (b"", "is not JSON (line 1"),
    (b'{"a": 1,}', "is not JSON (line 1"),
    (b"{'a': 1}", "is not JSON"),
    (b'{"a": NaN}', "holds NaN"),
    (b"[-Infinity]", "holds -Infinity"),
    (b'{"a": 1, "a": 2}', "has the same member twice in one object"),
    (b'{"a": "\xe6"}', "is not UTF-8 (byte 7)"),
    ("{}".encode("utf-16"), "is not UTF-8"),
    (b"[" * 100_000, "is nested too deeply"),
    (b"[" * 50 + b"]" * 50, "is nested too deeply"),
    (b"1" * 5000, "a number that is too long"),
    (b" " * (MAX_BYTES + 1), "is larger than 10 MB"),
]


@pytest.mark.parametrize(("data", "said"), CASES, ids=[said for _, said in CASES])
def test_what_is_not_one_clear_document_is_refused_in_a_sentence(data: bytes, said: str) -> None:
    with pytest.raises(Unreadable) as refused:
        parse(data)
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)


def test_many_names_that_come_twice_are_seen_at_once_and_not_said_again() -> None:
    many = ",".join(f'"hemmeligt{number}": 1' for number in range(40_000))
    begun = process_time()
    with pytest.raises(Unreadable) as refused:
        parse(f'{{{many}, "hemmeligt39999": 2}}'.encode())
    assert "hemmeligt" not in str(refused.value)
    assert process_time() - begun < 5  # it was a minute when each name was looked for among all of them


def test_utf_8_is_read_with_and_without_its_mark() -> None:
    assert parse('{"a": "æ👩🏽‍🦽"}'.encode()) == parse('{"a": "æ👩🏽‍🦽"}'.encode("utf-8-sig")) == {"a": "æ👩🏽‍🦽"}


def test_the_schema_is_a_schema_and_closed_everywhere() -> None:
    schema = exchange.schema()
    Draft202012Validator.check_schema(schema)
    assert [found for found in _objects(schema) if found.get("additionalProperties") is not False] == []


def _objects(schema: object) -> list[dict[str, object]]:
    if isinstance(schema, list):
        return [found for inner in schema for found in _objects(inner)]
    if not isinstance(schema, dict):
        return []
    # `if` only asks; the text of `$defs` leaves its members to the branch that applies.
    own = [schema] if schema.get("type") == "object" and "then" not in schema else []
    return own + [found for name, inner in schema.items() if name != "if" for found in _objects(inner)]

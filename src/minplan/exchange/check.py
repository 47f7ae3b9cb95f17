"""Rule: everything that is wrong with a document, each with the path of the member that it stands in."""

from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import Any

from minplan.exchange.fault import Fault, Path
from minplan.exchange.rules import follows
from minplan.exchange.said import faults_of
from minplan.exchange.schema import schema
from minplan.words import fault

MOST = 50  # a document of quite another kind would otherwise be answered with a book
SENTENCES = {
    "too_long": "is over 2,000 characters",
    "bad_character": "holds a character that cannot be kept (U+0000 or half a surrogate pair)",
    "id_number": "holds an id number (CPR), which does not belong in a plan",
}


def check(document: Any) -> list[Fault]:
    """What keeps `document` from being imported; empty when nothing does."""
    found = list(dict.fromkeys(islice(_shape(document), MOST)))
    found += [each for each in islice(_strings(document, ()), MOST) if each not in found]
    return found or list(islice(follows(document), MOST))


@cache
def _validator() -> Any:
    from jsonschema import Draft202012Validator  # only an import needs it

    return Draft202012Validator(schema())


def _shape(document: Any) -> Iterator[Fault]:
    for error in _validator().iter_errors(document):
        yield from faults_of(error)


def _strings(value: Any, path: Path) -> Iterator[Fault]:
    if isinstance(value, str):
        code = fault(value)
        if code:
            yield Fault(path, SENTENCES[code])
    elif isinstance(value, dict | list):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _strings(inner, (*path, key))

"""What each file of a municipality's folder may hold, beside the records."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from minplan.content import offer
from minplan.content.helping import PHONE
from minplan.content.overlay.fault import Fault
from minplan.content.overlay.fields import Field, day, matching, number, one_of, text, texts, told, wrong
from minplan.content.overlay.nouns import AnswerDeadline, Contact, Review
from minplan.content.overlay.tables import Table, parse, tables, top
from minplan.content.right import Unit

_ID = matching(r"[a-z][a-z0-9_.-]{0,59}", "small letters, digits, dots, hyphens and low lines")
REVIEW = {"right": _ID, "by": text(120), "on": day(), "of": matching("[0-9a-f]{16}", "the sixteen signs of a print")}
DEADLINE = {
    "id": _ID, "name": told(120), "count": number(1, 400), "unit": one_of(get_args(Unit)), "owner": text(120),
    "valid_from": day(optional=True), "valid_to": day(optional=True),
}  # fmt: skip
CONTACT = {
    "id": _ID, "name": text(120), "checked": day(),
    "phone": Field(lambda value: isinstance(value, str) and PHONE.fullmatch(value), "a telephone number", True),
    "mail": matching(r"[^\s@<>]{1,64}@[A-Za-z0-9.-]{1,190}", "an e-mail address", True),
    "address": texts(120, True), "link": matching(r"https://[!-~]+", "an https:// address", True),
    "text": told(400, True),
}  # fmt: skip
# What a right says is signed, so that it is changed as a record alone.
_CONTEXT = matching(r"(letter|welcome|helps|elsewhere|legal-word):[a-z0-9_:-]{1,99}", "such as letter:decision:means")
TEXT = {"id": _CONTEXT, "text": told(4000)}


@dataclass(frozen=True, slots=True)
class Kind:
    """A file: the name of its tables, the field that names one, and what becomes of each."""

    name: str
    key: str
    fields: Mapping[str, Field]
    made: Callable[[dict[str, Any]], Any]


def _contact(fields: dict[str, Any]) -> Contact:
    return Contact(**fields | {"address": tuple(fields.get("address", ()))})


FILES = {
    "reviews.toml": Kind("review", "right", REVIEW, lambda fields: Review(**fields)),
    "deadlines.toml": Kind("deadline", "id", DEADLINE, lambda fields: AnswerDeadline(**fields)),
    "contacts.toml": Kind("contact", "id", CONTACT, _contact),
    "offers.toml": Kind("offer", "id", offer.FIELDS, lambda fields: fields),
    "texts.toml": Kind("text", "id", TEXT, lambda fields: (fields["id"], fields["text"])),
}


def read_file(file: str, content: str) -> tuple[list[tuple[Table, Any]], list[Fault]]:
    """The sound tables of one of `FILES`, each with what became of it, and every fault."""
    kind = FILES[file]
    data, faults = parse(file, content)
    found: list[tuple[Table, Any]] = []
    faults = [*faults, *top(file, content, data, {kind.name: list})]
    for table in tables(file, content, data, kind.name, kind.key):
        wrongs = [table.fault(what) for what in wrong(table, kind.fields)]
        faults += wrongs
        found += [] if wrongs else [(table, kind.made(table.fields))]
    if kind.key == "id":
        faults += _twice([table for table, _made in found])
    return found, faults


def _twice(found: list[Table]) -> Iterator[Fault]:
    seen: dict[str, Table] = {}
    for table in found:
        first = seen.setdefault(table.id, table)
        if first is not table and not _apart(first.fields, table.fields):
            yield table.fault(f"holds at the same time as the one on line {first.line}")


def _apart(one: dict[str, Any], other: dict[str, Any]) -> bool:
    ends = [(each.get("valid_to"), later.get("valid_from")) for each, later in ((one, other), (other, one))]
    return any(end and begins and end < begins for end, begins in ends)

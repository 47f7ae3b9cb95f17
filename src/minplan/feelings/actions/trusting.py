"""Verbs: a citizen gathers the people whom they can talk to. Nobody else learns who they are."""

from uuid import UUID

from minplan.errors import Conflict, Invalid
from minplan.feelings import own
from minplan.feelings.trusted import MOST, NewTrusted, Trusted, trusted_of
from minplan.journey import Outcome


def people_i_trust(by: UUID) -> list[Trusted]:
    """All of them, in the order in which they were written down."""
    with own.reading(by) as mine:
        return [trusted_of(each) for each in reversed(mine.every("person"))]


def one_trusted(by: UUID, person: UUID) -> Trusted:
    """One of them. Raises NotFound."""
    with own.reading(by) as mine:
        return trusted_of(mine.one("person", person))


def trust(by: UUID, new: NewTrusted) -> Outcome:
    """Write somebody down; the same name in the same circle is there once. Raises Invalid where a circle is full."""
    with own.writing(by) as mine:
        there = [trusted_of(each) for each in mine.every("person")]
        same = next((each.id for each in there if (each.name, each.circle) == (new.name, new.circle)), None)
        if same:
            return Outcome("unchanged", same)
        _must_have_room(there, new.circle)
        return Outcome("done", mine.keep("person", new.model_dump()))


def change_trusted(by: UUID, person: UUID, seen: dict[str, str], new: NewTrusted) -> Outcome:
    """Write somebody down in another way. `seen` is how they stood there for the writer, by the names of `new`.

    Raises NotFound, Conflict where they stand there in another way now, and Invalid where a circle is full.
    """
    with own.writing(by) as mine:
        there = trusted_of(mine.one("person", person))
        stands = {"name": there.name, "circle": there.circle, "phone": there.phone}
        if stands == new.model_dump():
            return Outcome("unchanged", person)
        if stands != seen:
            raise Conflict("name", new, there)
        if there.circle != new.circle:
            _must_have_room([trusted_of(each) for each in mine.every("person")], new.circle)
        mine.change("person", person, **new.model_dump())
        return Outcome("done", person)


def _must_have_room(there: list[Trusted], circle: str) -> None:
    if sum(each.circle == circle for each in there) >= MOST:
        raise Invalid({"circle": "enough"})

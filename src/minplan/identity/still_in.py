"""Which sign-ins still hold, asked for many at once, and without counting as being here."""

from collections.abc import Collection

from sqlalchemy import bindparam, select

from minplan import clock, db
from minplan.access import Person, is_here
from minplan.identity.sign_in import SignIn
from minplan.identity.store import still_lasts

_in = SignIn.__table__  # type: ignore[attr-defined]
_person = Person.__table__  # type: ignore[attr-defined]


def still_in(keys: Collection[str]) -> frozenset[str]:
    """Those of these (hashed) keys by which somebody is in; what `visit` would let in, and no other."""
    found = select(_in.c.key).join(_person, _person.c.id == _in.c.person_id)
    theirs = _in.c.key.in_(bindparam("keys", expanding=True))
    alive = found.where(theirs, still_lasts(), is_here(_person, clock.today()))
    with db.reading() as connection:
        return frozenset(connection.execute(alive, {"keys": sorted(keys)}).scalars())

"""Verbs of whoever has the command line: the municipalities of this house."""

import re

from sqlalchemy import select

from minplan import db
from minplan.access import Municipality
from minplan.errors import Invalid

CODE = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
_table = Municipality.__table__  # type: ignore[attr-defined]


def add_municipality(code: str, name: str) -> bool:
    """Add a municipality; False where it stands there already by that name. Raises Invalid."""
    faults = {} if CODE.fullmatch(code) else {"code": "bad_code"}
    if not name.strip() or len(name) > 80 or not name.isprintable():
        faults["name"] = "required"
    if faults:
        raise Invalid(faults)
    with db.writing() as session:
        known = session.get(Municipality, code)
        if known and known.name != name.strip():
            raise Invalid({"code": "taken"})
        if known is None:
            session.add(Municipality(code=code, name=name.strip()))
    return known is None


def municipalities() -> list[tuple[str, str]]:
    """Code and name of each."""
    with db.reading() as connection:
        return [(row.code, row.name) for row in connection.execute(select(_table).order_by(_table.c.code))]

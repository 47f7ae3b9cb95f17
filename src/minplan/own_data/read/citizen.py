"""Reading: everything about one citizen, table by table, as the rules say."""

from typing import Any

from sqlalchemy import ColumnElement, Table, select

from minplan import clock, db
from minplan.access import View
from minplan.errors import NotAllowed
from minplan.own_data.openings import ALWAYS
from minplan.own_data.read.kept import opened
from minplan.own_data.read.plain import plain, plain_tables
from minplan.own_data.read.supporting import as_supporter
from minplan.own_data.rules import RULES, Rule, explained

FORMAT = "minplan own data 1"
LOST = "what it says: the key to it is lost, so nobody can open it. It can be deleted"
Rows = list[dict[str, Any]]


def everything(view: View, names: bool) -> dict[str, Any]:
    """All that is stored about the viewer as plain values, and the names of the people whose ids stand in it.

    `names` as in `openings`. Raises NotAllowed for anybody but the citizen.
    """
    people = {str(member.person_id): member.name for member in view.everybody}
    people[str(view.plan.citizen_id)] = view.plan.citizen_name
    people |= {str(key): name for key, name in view.plan.systems.items()}
    tables, supporting = plain_tables(rows(view, names)), plain_tables(as_supporter(view.viewer.person_id))
    head = {"format": FORMAT, "at": plain(clock.now()), "people": people}
    return head | tables | {"supporting": supporting, "rules": _explained(tables)}


def _explained(tables: dict[str, Rows]) -> dict[str, dict[str, str]]:
    """The rules, and kindly why something that was kept does not say what it says."""
    told = explained()
    if any(row["content"] is None for row in tables["keepsake"]):
        told["keepsake"]["not_here"] = LOST
    return told


def rows(view: View, names: bool) -> dict[str, Rows]:
    """The same by table, with days and moments as they are; what is kept in a vault is opened, None for a lost key."""
    if not view.viewer.is_citizen:
        raise NotAllowed
    tables = db.metadata().tables
    found = {name: _rows(view, tables[name], rule) for name, rule in RULES.items() if rule.reach}
    if not names:
        found["opening"] = [_nameless(row) for row in found["opening"]]
    return opened(view.viewer.person_id, found)


def _rows(view: View, table: Table, rule: Rule) -> Rows:
    columns = [column for column in table.c if column.name not in rule.leave_out]
    found = select(*columns).where(_reached(view, table, rule.reach or "")).order_by(*table.primary_key)
    return [dict(row._mapping) for row in view.connection.execute(found)]


def _reached(view: View, table: Table, reach: str) -> ColumnElement[bool]:
    other, _, column = reach.rpartition(".")
    if other:
        parent = table.metadata.tables[other]
        of_mine = select(parent.c.id).where(_reached(view, parent, RULES[other].reach or ""))
        return table.c[column].in_(of_mine)
    return table.c[column] == (view.plan.id if column == "plan_id" else view.viewer.person_id)


def _nameless(row: dict[str, Any]) -> dict[str, Any]:
    return row if row["relation"] in ALWAYS else row | {"name": None, "person_id": None}

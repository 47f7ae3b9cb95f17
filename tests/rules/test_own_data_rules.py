"""Every table of the house has a rule: whose it is, what is handed out, how long it is kept."""

from pathlib import Path

import minplan
from minplan import db, own_data
from minplan.own_data import KEPT, RULES

DPIA = Path(minplan.__file__).parents[2] / "docs" / "dpia.md"
TABLES = db.metadata().tables


def test_no_table_is_forgotten_and_none_is_invented() -> None:
    assert set(RULES) == set(TABLES), "give each table its line in own_data/rules.py"


def test_a_rule_names_what_is_there() -> None:
    for name, rule in RULES.items():
        assert rule.kept in KEPT and bool(rule.because) == (rule.reach is None), name
        assert rule.leave_out <= set(TABLES[name].c.keys()), name
        other, _, column = (rule.reach or "").rpartition(".")
        assert rule.reach is None or column in TABLES[name].c, name
        assert not other or RULES[other].reach, name


def test_keys_and_hashes_are_never_handed_out() -> None:
    given = {
        f"{name}.{column}"
        for name, rule in RULES.items()
        if rule.reach
        for column in TABLES[name].c.keys()  # noqa: SIM118 - a collection of columns is no mapping
        if column not in rule.leave_out
    }
    assert not {column for column in given if column.endswith(("hash", ".key", ".hint", ".sid", "secret"))}


def test_no_column_can_hold_an_address() -> None:
    words = ("address", "adresse", "street", "vej_", "postal", "zip", "city", "residence", "coordinate")
    found = [f"{table}.{column}" for table in TABLES for column in TABLES[table].c.keys()]  # noqa: SIM118
    assert not [column for column in found if any(word in column for word in words)]
    # An e-mail is no address to live at; where a meeting is held is a place of the meeting.
    assert "meeting.place" in found


def test_the_impact_assessment_lists_the_same_tables() -> None:
    assert own_data.table() in DPIA.read_text("utf-8"), "put what `minplan retention --table` prints into docs/dpia.md"

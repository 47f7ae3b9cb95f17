"""Whatever is sent as a message is answered, kept where it can be, and stops nothing: on both databases."""

from typing import Any

from cast import Plan
from hypothesis import HealthCheck, given, settings, strategies as st
from sqlalchemy import Engine, select

from minplan import db, office, sync
from minplan.access import HOME
from minplan.sync.inbox_message import InboxMessage
from minplan.sync.shapes import KeptPaging, Messages

_row = InboxMessage.__table__  # type: ignore[attr-defined]
OUTCOMES = {"done", "waiting", "older", "refused", "twice"}
TEXT = st.text(st.characters(), max_size=8) | st.sampled_from(["\0", "\ud800", "a\u202eb", "010199-1234", "1" * 300])
LEAF = st.none() | st.booleans() | st.integers(-(10**30), 10**30) | st.floats(allow_nan=False) | TEXT
VALUE = st.recursive(LEAF, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3))
TYPE = st.sampled_from(["citizen", "caseworker", "plan", "goal", "milestone", "step", "meeting", "win", ""])
REF = st.fixed_dictionaries({"system": st.sampled_from(["fagsystem", "andet", ""]), "id": TEXT})
DATA = st.dictionaries(
    st.sampled_from(["title", "why", "milestone", "goal", "contact", "name", "email", "kind", "track", "starts"]),
    VALUE | REF | st.fixed_dictionaries({"text": TEXT}), max_size=4,
)  # fmt: skip
MESSAGE = st.fixed_dictionaries(
    {"id": st.sampled_from("abcdefgh") | TEXT, "type": TYPE | VALUE, "subject": st.sampled_from("xyz") | VALUE},
    optional={"version": st.integers(0, 9) | VALUE, "plan": st.just("PLAN") | VALUE, "data": DATA | VALUE,
              "deleted": st.booleans() | VALUE, "more": VALUE},
)  # fmt: skip


@given(st.lists(MESSAGE | VALUE, max_size=6))
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def _whatever(caller: sync.Caller, plan: str, sent: list[Any]) -> None:
    every = [each | {"plan": plan} if isinstance(each, dict) and each.get("plan") == "PLAN" else each for each in sent]
    items = sync.receive(caller, Messages.model_validate({"messages": every})).items
    assert len(items) == len(every)
    for each in items:
        assert each.outcome in OUTCOMES and each.reason != "fault"
        assert each.id is None or each.id.isascii()


def test_whatever_is_sent_is_answered(database: Engine, amira: Plan) -> None:
    new = sync.NewSystem(code="fagsystem", name="Fagsystem", scopes=sync.SCOPES)
    caller = sync.by_key(str(sync.add_system(office.operator(HOME), new)[1]))
    _whatever(caller, str(amira.id))
    assert sync.kept(caller, KeptPaging(limit=200)).items
    with db.reading() as connection:
        rows = list(connection.execute(select(_row)))
    assert rows and not any("010199" in str(value) for row in rows for value in row)

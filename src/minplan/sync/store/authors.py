"""Who wrote the words, and who named whom a step lies with."""

from collections.abc import Collection
from itertools import chain
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, and_, bindparam, or_, select, union_all

from minplan.access import Person
from minplan.db import Query
from minplan.journal import Entry
from minplan.journey.step import Step
from minplan.meeting import Agreement
from minplan.sync.store.many import parts
from minplan.words import Text

_text = Text.__table__  # type: ignore[attr-defined]
_person = Person.__table__  # type: ignore[attr-defined]
_step = Step.__table__  # type: ignore[attr-defined]
_entry = Entry.__table__  # type: ignore[attr-defined]
_other = _entry.alias("other")
_agreement = Agreement.__table__  # type: ignore[attr-defined]
PROFESSIONALS = ("staff", "leader", "system")
_ids: Any = bindparam("ids", expanding=True)
_by_them = _person.c.kind.in_(PROFESSIONALS)


def _of_step(entry: Any) -> Any:
    return and_(entry.c.plan_id == _step.c.plan_id, entry.c.step_id == _step.c.id)


def _types(entry: Any) -> Any:
    """That somebody typed the name here which a step bears now. To take the step up again is to type none."""
    named = entry.c.after["ball_name"].as_string() == _step.c.ball_name
    return and_(_of_step(entry), entry.c.verb.in_(("hand_over", "wait")), named)


def _makes() -> Any:
    """That the step came with its name: nobody typed it since, nor at a meeting, where nothing says who of them did."""
    suggests = and_(_entry.c.verb == "propose", _entry.c.after["what"].as_string() == "step")
    typed = select(_other.c.id).where(_types(_other)).correlate(_step).exists()
    here = (_agreement.c.plan_id == _step.c.plan_id, _agreement.c.step_id == _step.c.id)
    met = select(_agreement.c.id).where(*here).correlate(_step).exists()
    return and_(_of_step(_entry), or_(and_(_entry.c.verb == "add", _entry.c.subject == "step"), suggests), ~typed, ~met)


_named_in = _step.join(_entry, _of_step(_entry)).join(_person, _person.c.id == _entry.c.actor_id)
_THEIRS = Query(
    union_all(
        select(_text.c.id).join(_person, _person.c.id == _text.c.author_id).where(_by_them, _text.c.id.in_(_ids)),
        select(_step.c.id).select_from(_named_in).where(_by_them, _step.c.id.in_(_ids), or_(_types(_entry), _makes())),
    )
)


def of_municipality(connection: Connection, ids: Collection[UUID]) -> frozenset[UUID]:
    """Those of the texts that a professional or a system of the municipality has written, and of the steps those on
    which one of them has said by name whose turn it is."""
    found = chain.from_iterable(_THEIRS(connection, ids=some) for some in parts(ids))
    return frozenset(row.id for row in found)

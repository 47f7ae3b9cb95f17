"""Verb: a lot of messages in one transaction, each in a part of it that is undone alone.

What they are about is read at once, which costs a tenth of reading it for each. Whoever is interrupted by somebody else
takes each by itself.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any
from uuid import UUID

from sqlalchemy.exc import IntegrityError, OperationalError
from sqlmodel import Session

from minplan import db
from minplan.sync.actions.bringing import OF_A_PLAN
from minplan.sync.actions.inbox_one import take, take_in
from minplan.sync.caller import Caller
from minplan.sync.letter import Letter
from minplan.sync.read.opening import all_opened_within
from minplan.sync.shapes.inbox import Message
from minplan.sync.store import inbox as store, lot as lots

LOT = 10  # messages of one transaction: citizens wait no longer than for a few of their own


def take_all(caller: Caller, letters: Sequence[Letter]) -> list[bool]:
    """Take messages in, in their order; which of them were new."""
    return [is_new for lot in _lots(letters) for is_new in _take(caller, lot)]


def _lots(letters: Sequence[Letter]) -> Iterator[list[Letter]]:
    """What is of plans, by lots. Whoever comes from a system is held until the end of a transaction, so that where
    several write at a time each stands alone."""
    alone = not store.one_writes_at_a_time()
    for is_alone, group in groupby(letters, lambda each: alone and each.type not in OF_A_PLAN):
        every, most = list(group), 1 if is_alone else LOT
        yield from (every[at : at + most] for at in range(0, len(every), most))


def _take(caller: Caller, letters: list[Letter]) -> list[bool]:
    try:
        if len(letters) > 1:
            return _taken(caller, letters)
    except IntegrityError:
        pass  # one of them came in beside it
    except OperationalError:
        if store.one_writes_at_a_time():
            raise
        # two held each other's plans, and the database let the other go on
    return [take(caller, each) for each in letters]


def _taken(caller: Caller, letters: list[Letter]) -> list[bool]:
    with db.together() as session:
        store.hold_subjects(session, caller.person_id, [(each.type, each.subject) for each in letters])
        lot = _laid(session, caller, letters)
        found = []
        for each in letters:
            if each.type not in OF_A_PLAN:
                lot.forget()
            found.append(take_in(session, caller, each))
        store.keep(session, lot.rows)
    return found


def _laid(session: Session, caller: Caller, letters: list[Letter]) -> lots.Lot:
    """The lot with all that it is about."""
    said = [each.message for each in letters if isinstance(each.message, Message) and each.type in OF_A_PLAN]
    names = {(each.type, each.subject) for each in letters if each.type}
    names |= {(type, one.plan) for one in said for type in ("plan", "citizen") if one.plan}
    lot = lots.lay(session, caller, [each.id for each in letters], names)
    lot.plans = _meant(session, caller, lot, {one.plan for one in said if one.plan})
    known = (_known(caller, lot, one.type, one.subject) for one in said if not one.plan)
    plans = {*lot.plans.values(), *(one.plan_id for one in known if one and one.plan_id)}
    lots.hold(session, lot, plans)
    lot.opened = all_opened_within(session, caller, plans)
    return lot


def _meant(session: Session, caller: Caller, lot: lots.Lot, names: Iterable[str]) -> dict[str, UUID]:
    """Which plan each name means, as `plan_called` says it; without those that mean none."""
    every = list(names)
    whose = {name: row.subject_id for name in every if (row := _known(caller, lot, "citizen", name))}
    own = {name: UUID(name) for name in every if _is_ours(name)}
    rows = lots.plans(session.connection(), caller.municipality_id, own.values(), whose.values())
    ours, of_citizen = {row.id: row.id for row in rows}, {row.citizen_id: row.id for row in rows}
    by_name = {name: row.subject_id for name in every if (row := _known(caller, lot, "plan", name))}
    found = {name: by_name.get(name) or of_citizen.get(whose.get(name)) or ours.get(own.get(name)) for name in every}
    return {name: plan for name, plan in found.items() if plan}


def _known(caller: Caller, lot: lots.Lot, type: str, name: str) -> Any:
    return lot.meanings.get((caller.municipality_id, caller.code, type, name))


def _is_ours(name: str) -> bool:
    try:
        return str(UUID(name)) == name.lower()
    except ValueError:
        return False

"""Every query about what there is to choose."""

from typing import Any
from uuid import UUID

from sqlalchemy import Connection, and_, bindparam, select

from minplan.access import Change
from minplan.db import Query
from minplan.errors import NotFound
from minplan.journal import Entry
from minplan.rights.choice import Choice, Option
from minplan.words import beside

_choice = Choice.__table__  # type: ignore[attr-defined]
_option = Option.__table__  # type: ignore[attr-defined]
_entry = Entry.__table__  # type: ignore[attr-defined]

_question, _QUESTION = beside("question")
_title, _TITLE = beside("title")
_why, _WHY = beside("why")
_takes, _TAKES = beside("takes")
_money, _MONEY = beside("money")
_new, _NEW = beside("new")
_reason, _REASON = beside("reason")
_OPTION = (_option.c.id.label("option_id"), _option.c.state.label("option_state"), _option.c.step_id)
_withdrawn = and_(
    _entry.c.plan_id == _choice.c.plan_id,
    _entry.c.subject_id == _choice.c.id,
    _entry.c.verb == "withdraw_choice",
)

_ROWS = (
    select(*_choice.c, *_OPTION, *_QUESTION, *_TITLE, *_WHY, *_TAKES, *_MONEY, *_NEW, *_REASON)
    .join(_option, _option.c.choice_id == _choice.c.id)
    .join(_question, _question.c.id == _choice.c.question_id)
    .join(_title, _title.c.id == _option.c.title_id)
    .join(_why, _why.c.id == _option.c.why_id)
    .outerjoin(_takes, _takes.c.id == _option.c.takes_id)
    .outerjoin(_money, _money.c.id == _option.c.money_id)
    .outerjoin(_new, _new.c.id == _option.c.new_id)
    .outerjoin(_entry, _withdrawn)
    .outerjoin(_reason, _reason.c.id == _entry.c.reason_id)
    .where(_choice.c.plan_id == bindparam("plan_id"))
    .order_by(_choice.c.asked_on.desc(), _choice.c.id, _option.c.position)
)
_EVERY = Query(_ROWS)
_ONE = Query(_ROWS.where(_choice.c.id == bindparam("choice_id")))
_TAKEN = select(_option.c.choice_id).where(_option.c.step_id == bindparam("step_id"))
_OF_STEP = Query(_ROWS.where(_choice.c.id.in_(_TAKEN)))


def every(connection: Connection, plan_id: UUID) -> list[Any]:
    """Every option of every choice of a plan: the newest choice first, its options in their order."""
    return _EVERY(connection, plan_id=plan_id)


def one(connection: Connection, plan_id: UUID, choice_id: UUID) -> list[Any]:
    """The options of one choice of a plan, in their order; none where there is no such choice."""
    return _ONE(connection, plan_id=plan_id, choice_id=choice_id)


def of_step(connection: Connection, plan_id: UUID, step_id: UUID) -> list[Any]:
    """The options of the choice that a step came from, in their order; none where nobody chose it."""
    return _OF_STEP(connection, plan_id=plan_id, step_id=step_id)


def load(change: Change, choice_id: UUID) -> Choice:
    """One choice of this plan to change, as far as the person sees its track; raises NotFound."""
    found = change.session.get(Choice, choice_id)
    if found is None or found.plan_id != change.plan.id or found.track in change.viewer.hidden:
        raise NotFound
    return found


def options(change: Change, choice_id: UUID) -> list[Option]:
    """The options of a choice to change, in their order."""
    found = select(Option).where(_option.c.choice_id == choice_id).order_by(_option.c.position)
    return list(change.session.execute(found).scalars())


def asked_today(change: Change) -> list[Choice]:
    """What this person has put before the citizen today, and is still open."""
    own = (_choice.c.plan_id == change.plan.id, _choice.c.by_id == change.viewer.person_id)
    found = select(Choice).where(*own, _choice.c.state == "open", _choice.c.asked_on == change.today)
    return list(change.session.execute(found).scalars())

"""Every query of the dialogue."""

from collections.abc import Collection
from itertools import takewhile
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, and_, bindparam, func, select

from minplan.access import Change, Membership
from minplan.db import Query
from minplan.dialogue.message import Message
from minplan.dialogue.thread import Thread
from minplan.errors import NotFound
from minplan.journey.step import Step
from minplan.words import Text, beside

_thread = Thread.__table__  # type: ignore[attr-defined]
_message = Message.__table__  # type: ignore[attr-defined]
_step = Step.__table__  # type: ignore[attr-defined]
_member = Membership.__table__  # type: ignore[attr-defined]
_PLAN: Any = bindparam("plan_id")
_THREAD: Any = bindparam("thread_id")

_title, _title_columns = beside("title")
_said, _said_columns = beside("said")
_MESSAGE = (*_message.c["number", "kind", "by_id", "at", "revision"], _message.c.promised.label("new_day"))
_ABOUT = (_step.c.kind.label("step_kind"), _step.c.tracks)

_MESSAGES = Query(
    select(*_MESSAGE, *_said_columns)
    .outerjoin(_said, _said.c.id == _message.c.text_id)
    .where(_message.c.thread_id == _THREAD)
    .order_by(_message.c.number)
)
_THREADS: Select[Any] = (
    select(*_thread.c, *_ABOUT, *_title_columns, *_MESSAGE, *_said_columns)
    .join(_message, and_(_message.c.thread_id == _thread.c.id, _message.c.number == _thread.c.last_number))
    .outerjoin(_said, _said.c.id == _message.c.text_id)
    .outerjoin(_step, _step.c.id == _thread.c.step_id)
    .outerjoin(_title, _title.c.id == _step.c.title_id)
    .where(_thread.c.plan_id == _PLAN)
)
_GOING_ON = Query(
    _THREADS.where(_thread.c.state != "closed").order_by(
        _thread.c.state.desc(), _thread.c.promised, _message.c.revision.desc()
    )
)
_ONE = Query(_THREADS.where(_thread.c.id == _THREAD))
_WAITING = (
    select(*_thread.c["plan_id", "id", "topic", "since", "promised"], *_ABOUT, *_member.c["person_id", "hidden"])
    .outerjoin(_step, _step.c.id == _thread.c.step_id)
    .outerjoin(_member, and_(_member.c.plan_id == _thread.c.plan_id, _member.c.relation == "contact"))
    .where(_thread.c.state == "open")
    .order_by(_thread.c.promised, _thread.c.since, _thread.c.id)
)
_STEP = Query(
    select(*_ABOUT, *_title_columns)
    .join(_title, _title.c.id == _step.c.title_id)
    .where(_step.c.plan_id == _PLAN, _step.c.id == bindparam("step_id"), _step.c.state != "declined")
)


def going_on(connection: Connection, plan_id: UUID) -> list[Any]:
    """Every thread of a plan that is not closed, with its step's title and its newest message: open ones first."""
    return _GOING_ON(connection, plan_id=plan_id)


def how_many(connection: Connection, plan_id: UUID) -> int:
    """The number of threads of a plan, closed ones too."""
    return connection.scalar(select(func.count()).where(_thread.c.plan_id == plan_id)) or 0


def one(connection: Connection, plan_id: UUID, thread_id: UUID) -> Any | None:
    """One thread of a plan, with its step's title and its newest message."""
    return next(iter(_ONE(connection, plan_id=plan_id, thread_id=thread_id)), None)


def messages(connection: Connection, thread_id: UUID) -> list[Any]:
    """The messages of a thread, oldest first."""
    return _MESSAGES(connection, thread_id=thread_id)


def waiting(connection: Connection, plan_ids: Collection[UUID]) -> list[Any]:
    """The open threads of many plans, the first promised first, with what tells whether the contact sees them."""
    return list(connection.execute(_WAITING.where(_thread.c.plan_id.in_(plan_ids)))) if plan_ids else []


def step(connection: Connection, plan_id: UUID, step_id: UUID) -> Any | None:
    """What a call on a step has to know about it."""
    return next(iter(_STEP(connection, plan_id=plan_id, step_id=step_id)), None)


def load(change: Change, thread_id: UUID) -> Thread:
    """One thread of this plan to change, as far as the person sees its step; raises NotFound."""
    found = change.session.get(Thread, thread_id)
    if found is None or found.plan_id != change.plan.id:
        raise NotFound
    about = change.session.get(Step, found.step_id) if found.step_id else None
    if about and not change.viewer.sees(about.kind, about.track_names):
        raise NotFound
    return found


def open_about(change: Change, topic: str, step_id: UUID | None) -> Thread | None:
    """The thread of a topic on this step (or on the plan) that still waits for an answer."""
    found = select(Thread).where(
        _thread.c.plan_id == change.plan.id,
        _thread.c.topic == topic,
        _thread.c.step_id == step_id if step_id else _thread.c.step_id.is_(None),
        _thread.c.state == "open",
    )
    return change.session.execute(found.order_by(_thread.c.asked_on)).scalars().first()


def newest_of_others(change: Change, thread: Thread) -> int:
    """The number of the newest message that somebody else wrote; 0 where nobody has."""
    found = select(func.max(_message.c.number)).where(
        _message.c.thread_id == thread.id, _message.c.by_id != change.viewer.person_id
    )
    return change.session.execute(found).scalar() or 0


def own_latest(change: Change, thread: Thread) -> list[tuple[Message, Text | None]]:
    """What the person has said in a thread since anybody else did, newest first, with the words."""
    found = (
        select(Message, Text)
        .outerjoin(Text, _message.c.text_id == Text.id)  # type: ignore[arg-type]
        .where(_message.c.thread_id == thread.id)
        .order_by(_message.c.number.desc())
    )
    rows = change.session.execute(found).all()
    return [(row[0], row[1]) for row in takewhile(lambda row: row[0].by_id == change.viewer.person_id, rows)]

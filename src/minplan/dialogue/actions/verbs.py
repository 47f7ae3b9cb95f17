"""Verbs: call, answer, write on, promise a new day."""

from uuid import UUID

from minplan import access, journey
from minplan.access import Change
from minplan.dialogue import rule, store
from minplan.dialogue.actions.saying import add
from minplan.dialogue.commands import NewAnswer, NewCall, NewPromise
from minplan.dialogue.thread import Thread
from minplan.journey import Outcome
from minplan.words import NewText


def call(by: UUID, plan: UUID, command: NewCall) -> Outcome:
    """Ask, on the plan or on a step; the outcome carries the thread and its promised day.

    While a call about the same topic in the same place waits, this adds to it, and its day stands. Raises Invalid for
    a step that the contact cannot see.
    """
    with access.change(by, plan) as change:
        return call_within(change, command)


def call_within(change: Change, command: NewCall) -> Outcome:
    """`call` as a part of another change, for what is asked by the same tap as something else is said."""
    change.may("call")
    text = rule.said(command)
    if command.step:
        journey.asked_about(change, command.step)
    row = store.open_about(change, command.topic, command.step) or _opened(change, command)
    return add(change, row, "call", "asked", text, row.promised)


def answer(by: UUID, plan: UUID, thread: UUID, command: NewAnswer) -> Outcome:
    """A person's answer: what was promised is done. Raises Conflict where more was said than they had read."""
    with access.change(by, plan) as change:
        change.may("answer_call")
        row = store.load(change, thread)
        rule.check_answer(row.topic, command)
        rule.check_seen(command, store.newest_of_others(change, row))
        return add(change, row, "answer_call", command.answer, command.text, None)


def write(by: UUID, plan: UUID, thread: UUID, text: NewText) -> Outcome:
    """More words. From the citizen they need an answer, so an answered thread opens again with a new promised day."""
    with access.change(by, plan) as change:
        change.may("write_in_call")
        row = store.load(change, thread)
        rule.check_reply(row.topic, text)
        promised = row.promised or (journey.answer_by(change.today) if change.viewer.is_citizen else None)
        return add(change, row, "write_in_call", "wrote", text, promised)


def promise(by: UUID, plan: UUID, thread: UUID, command: NewPromise) -> Outcome:
    """A new day, always chosen by a person. It stands from now on, also where the thread had its answer."""
    with access.change(by, plan) as change:
        change.may("promise_call")
        row = store.load(change, thread)
        rule.check_promise(command, change.today)
        return add(change, row, "promise_call", "promised", command.text, command.day, day=command.day)


def _opened(change: Change, command: NewCall) -> Thread:
    row = Thread(
        plan_id=change.plan.id,
        step_id=command.step,
        topic=command.topic,
        state="open",
        asked_on=change.today,
        since=change.today,
        promised=journey.answer_by(change.today),
    )
    change.session.add(row)
    change.session.flush()
    return row

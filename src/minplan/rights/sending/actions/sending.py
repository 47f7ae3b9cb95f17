"""Verb: send something to the municipality's official mailbox."""

import secrets
from datetime import timedelta
from uuid import UUID

from minplan import access, journey
from minplan.access import Change
from minplan.errors import Invalid
from minplan.journal import Record
from minplan.journey import Outcome
from minplan.rights.dispatch import Dispatch
from minplan.rights.kinds import DISPATCHES
from minplan.rights.sending import rule, store
from minplan.rights.sending.actions.carrying import goes, try_at_once
from minplan.words import NewText

SAME = timedelta(hours=1)  # sent again within it, the same words are the same letter
# No vowels and nothing that looks like something else: it is read aloud on the telephone, and spells no word.
_SIGNS = "BCDFGHJKMNPQRTVWXZ2346789"


def send(by: UUID, plan: UUID, kind: str, words: NewText | None = None, step: UUID | None = None) -> Outcome:
    """Keep a letter with its receipt number, and send it at once; the outcome carries its id and the day of the answer.

    Where there is no mailbox it is kept as one that its sender carries by hand. Raises Invalid for another kind.
    """
    if kind not in DISPATCHES:
        raise Invalid({"kind": "unknown"})
    text = rule.said(kind, words)
    with access.change(by, plan) as change:
        change.may("dispatch")
        if step:
            journey.seen_step(change, step)
        outcome = _sent_already(change, kind, text, step) or _written(change, kind, text, step)
    if outcome.kind == "done" and outcome.subject_id and goes():
        try_at_once(outcome.subject_id)
    return outcome


def _sent_already(change: Change, kind: str, text: NewText, step: UUID | None) -> Outcome | None:
    for row, said in store.sent_since(change, kind, step, change.at - SAME):
        if said.says(text):
            return Outcome("unchanged", row.id, row.answer_by)
    return None


def _written(change: Change, kind: str, text: NewText, step: UUID | None) -> Outcome:
    row = Dispatch(
        plan_id=change.plan.id,
        step_id=step,
        kind=kind,
        number=_number(),
        text_id=change.write(text).id,
        by_id=change.viewer.person_id,
        at=change.at,
        answer_by=rule.answer_by(kind, change.today) if goes() else None,
        state="waiting" if goes() else "by_hand",
        next_at=change.at,
    )
    change.session.add(row)
    change.session.flush()
    told = {"kind": kind, "number": row.number, "text_id": str(row.text_id)}
    # Between the citizen and the municipality's office: whoever works with the plan learns of it from there.
    change.record(Record("dispatch", "dispatch", row.id, step_id=step, after=told, audience="citizen"))
    return Outcome("done", row.id, row.answer_by)


def _number() -> str:
    signs = "".join(secrets.choice(_SIGNS) for _ in range(8))
    return f"{signs[:4]}-{signs[4:]}"

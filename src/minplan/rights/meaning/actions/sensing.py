"""Verb: the citizen says whether a step makes sense to them. A no is a question to the municipality, no refusal."""

from typing import get_args
from uuid import UUID

from minplan import access, dialogue, journey
from minplan.access import Change
from minplan.dialogue import NewCall
from minplan.errors import Invalid
from minplan.journal import Record
from minplan.journey import Outcome
from minplan.rights.meaning.commands import Answer
from minplan.rights.prospect import Sense
from minplan.words import NewText

# What somebody asks who answers so.
_ASKS = {"no": "say.no_sense", "explain": "say.explain_again"}


def say_sense(by: UUID, plan: UUID, step: UUID, answer: str) -> Outcome:
    """Keep the answer; `no` and `explain` ask in the same change, and the outcome carries the promised day.

    Raises Invalid for an answer that there is not, and for a question about a step that the contact cannot see.
    """
    with access.change(by, plan) as change:
        change.may("say_sense")
        if answer not in get_args(Answer):
            raise Invalid({"answer": "unknown"})
        journey.seen_step(change, step)
        before = _keep(change, step, answer)
        asked = _ask(change, step, answer)
        if asked and asked.kind == "done":
            return asked
        promised = asked.promised if asked else None
        if before == answer:
            return Outcome("unchanged", step, promised)
        old = {"sense": before} if before else {}
        change.record(Record("say_sense", "step", step, step, before=old, after={"sense": answer}))
        return Outcome("done", step, promised)


def _keep(change: Change, step: UUID, answer: str) -> str | None:
    """What was answered before, None for nothing."""
    row = change.session.get(Sense, step)
    before = row.answer if row else None
    if row is None:
        change.session.add(Sense(step_id=step, plan_id=change.plan.id, answer=answer, at=change.at))
    elif before != answer:
        row.answer, row.at = answer, change.at
    change.session.flush()
    return before


def _ask(change: Change, step: UUID, answer: str) -> Outcome | None:
    if answer not in _ASKS:
        return None
    return dialogue.call_within(change, NewCall(topic="no_sense", step=step, text=NewText(phrase=_ASKS[answer])))

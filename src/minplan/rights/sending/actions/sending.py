"""Verb: send something to the municipality's official mailbox."""

import secrets
from datetime import timedelta
from uuid import UUID

from minplan import access, clock, content, journey, language
from minplan.access import Change
from minplan.errors import Invalid
from minplan.journal import Record
from minplan.journey import Outcome
from minplan.rights.dispatch import Dispatch
from minplan.rights.kinds import DISPATCHES
from minplan.rights.sending import rule, store
from minplan.rights.sending.actions.carrying import goes, try_at_once
from minplan.rights.sending.letter import OfficialLetter, reach_of, written
from minplan.words import NewText, Text

SAME = timedelta(hours=1)  # sent again within it, the same words are the same letter
# No vowels and nothing that looks like something else: it is read aloud on the telephone, and spells no word.
_SIGNS = "BCDFGHJKMNPQRTVWXZ2346789"


def send(
    by: UUID, plan: UUID, kind: str, words: NewText | None = None, step: UUID | None = None, reach: str = ""
) -> Outcome:
    """Keep a letter with its receipt number, and send it at once; the outcome carries its id.

    Where there is no mailbox it is kept as one that its sender carries by hand. `reach` is how they want to be reached,
    where they say so: it stands in the letter and nowhere else. Raises Invalid for another kind.
    """
    if kind not in DISPATCHES:
        raise Invalid({"kind": "unknown"})
    text, reach = rule.said(kind, words), rule.reach(reach)
    with access.change(by, plan) as change:
        change.may("dispatch")
        if step:
            journey.seen_step(change, step)
        outcome = _held(change, kind, text, step, reach) or _kept(change, kind, text, step, reach)
    if outcome.kind == "done" and outcome.subject_id and goes():
        try_at_once(outcome.subject_id)
    return outcome


def _held(change: Change, kind: str, text: NewText, step: UUID | None, reach: str) -> Outcome | None:
    """The very same letter, where it is there or on its way."""
    for row, said, letter in store.sent_since(change, kind, step, change.at - SAME):
        same = said.says(text) and reach_of(letter.body or "") == reach
        if same and rule.holds(row.state, row.next_at, change.at, goes()):
            return Outcome("unchanged", row.id)
    return None


def _kept(change: Change, kind: str, text: NewText, step: UUID | None, reach: str) -> Outcome:
    number, about = _number(), store.decision(change, step)
    row = Dispatch(
        plan_id=change.plan.id,
        step_id=step,
        kind=kind,
        number=number,
        text_id=change.write(text).id,
        letter_id=_letter(change, kind, text, number, about, reach).id,
        about_id=about.id if about else None,
        by_id=change.viewer.person_id,
        at=change.at,
        state="waiting" if goes() else "by_hand",
        next_at=change.at,
    )
    change.session.add(row)
    change.session.flush()
    told = {"kind": kind, "number": row.number, "text_id": str(row.text_id)}
    # Between the citizen and the municipality's office: whoever works with the plan learns of it from there.
    change.record(Record("dispatch", "dispatch", row.id, step_id=step, after=told, audience="citizen"))
    return Outcome("done", row.id)


def _letter(change: Change, kind: str, text: NewText, number: str, about: Text | None, reach: str) -> Text:
    """The letter as it will be sent, whatever is changed in the plan after this moment."""
    danish = language.translator(language.SOURCE)
    decided = content.say(about.as_words(), danish, language.get(language.SOURCE)) if about else None
    contact = next((member.name for member in change.members if member.relation == "contact"), None)
    letter = OfficialLetter(
        kind=kind,
        number=number,
        name=change.citizen_name,
        contact=contact,
        at=clock.local(change.at),
        sentence=content.label(rule.sentence(kind), danish),
        words=text.as_words(),
        about=decided,
        reach=reach,
        by_hand=not goes(),
    )
    return store.keep(change, written(letter), language.SOURCE)


def _number() -> str:
    signs = "".join(secrets.choice(_SIGNS) for _ in range(8))
    return f"{signs[:4]}-{signs[4:]}"

"""Verbs: the citizen says what they think of an offer, or asks about it."""

from uuid import UUID

from minplan import access, content, dialogue
from minplan.access import Change
from minplan.content import Offer
from minplan.errors import Invalid, NotFound
from minplan.journal import Record
from minplan.journey import Outcome
from minplan.rights.kinds import LEANINGS
from minplan.rights.leaning import Leaning
from minplan.words import NewText


def lean(by: UUID, plan: UUID, offer: str, answer: str, seen: str | None) -> Outcome:
    """Gladly, maybe or not me: it can be changed at any time, and decides nothing.

    `seen` is the answer that stood there, empty for none. Raises NotFound for an offer that is not there, Invalid for
    a form that does not say what it saw, and Conflict where another answer stands by now.
    """
    with access.change(by, plan) as change:
        change.may("lean")
        _there(change, offer)
        if answer not in LEANINGS:
            raise Invalid({"answer": "unknown"})
        if seen is None:
            raise Invalid({"seen_answer": "required"})
        row = change.session.get(Leaning, (change.plan.id, offer))
        change.compare("answer", seen, row.answer if row else "", answer)
        if row and row.answer == answer:
            return Outcome("unchanged")
        before = {"answer": row.answer} if row else {}
        row = row or Leaning(plan_id=change.plan.id, offer=offer, answer=answer, at=change.at)
        row.answer, row.at = answer, change.at
        change.session.add(row)
        after = {"offer": offer, "answer": answer}
        change.record(Record("lean", "leaning", change.plan.id, before=before, after=after))
        return Outcome("done", change.plan.id)


def ask_about(by: UUID, plan: UUID, offer: str) -> Outcome:
    """“I would like to hear more about it”: an idea like any other, with a day for the answer."""
    with access.change(by, plan) as change:
        named = _there(change, offer).name["da"]
        about = NewText(phrase="say.about_offer", slots={"place": named})
        return dialogue.call_within(change, dialogue.NewCall(topic="idea", text=about))


def _there(change: Change, offer: str) -> Offer:
    found = next((each for each in content.offers(change.today) if each.id == offer), None)
    if found is None:
        raise NotFound
    return found

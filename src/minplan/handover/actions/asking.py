"""Verbs: ask for another contact person, take that back, answer. Nobody who works with the plan learns of it."""

from collections.abc import Collection
from uuid import UUID

from minplan import access, journey
from minplan.access import Change
from minplan.content import phrases
from minplan.errors import Conflict, Invalid, NotFound
from minplan.handover import store
from minplan.handover.handover import Petition
from minplan.journal import Record
from minplan.journey import Outcome
from minplan.words import NewText, erase


def ask(by: UUID, plan: UUID, words: NewText) -> Outcome:
    """The citizen asks, the leaders are told; the outcome carries the promised day of the answer.

    While a wish is open, other words take the place of the first, which nobody keeps: nobody has answered them.
    Raises Invalid where no leader can read it.
    """
    with access.change(by, plan) as change:
        change.may("ask_for_another")
        if words.phrase and words.phrase not in phrases("another"):
            raise Invalid({"words": "unknown"})
        row = store.open_petition(change)
        if row and store.says(change, row.words_id, words):
            return Outcome("unchanged", row.id, row.promised)
        readers = store.readers(change.session.connection(), change.plan.id)
        if not readers:
            raise Invalid({"words": "nobody_reads"})
        words_id = change.write(words).id
        row = _asked(change, row, words_id)
        _told(change, "ask_for_another", row)
        _tell(change, readers.keys())
        return Outcome("done", row.id, row.promised)


def withdraw(by: UUID, plan: UUID, petition: UUID) -> Outcome:
    """The citizen takes the wish back: its words are gone for good, also for whoever operates the house."""
    with access.change(by, plan) as change:
        change.may("withdraw_asking")
        row = store.petition(change, petition)
        if row.state != "open":
            return Outcome("unchanged", row.id)
        row.state = "withdrawn"
        store.unsay(change)
        erase(change.session, [row.words_id], change.at)
        _told(change, "withdraw_asking", row)
        return Outcome("done", row.id)


def answer(by: UUID, petition: UUID, words: NewText, seen: UUID) -> Outcome:
    """A leader answers, and the citizen is told. Raises Conflict where the words are others than those they had read,
    or somebody has answered, NotFound for whoever may not read it."""
    plan = store.plan_of(by, petition)
    with access.change(by, plan, relations=access.OFFICE) as change:
        change.may("answer_asking")
        row = store.petition(change, petition)
        if change.viewer.person_id not in store.readers(change.session.connection(), plan) or row.state == "withdrawn":
            raise NotFound
        if store.says(change, row.answer_id, words):
            return Outcome("unchanged", row.id)
        if row.state != "open" or row.words_id != seen:
            raise Conflict("words", mine=words, theirs=row.words_id)
        row.state, row.answer_id = "answered", change.write(words).id
        row.answered_by, row.answered_at = by, change.at
        _told(change, "answer_asking", row)
        _tell(change, [change.plan.citizen_id])
        return Outcome("done", row.id)


def _asked(change: Change, row: Petition | None, words_id: UUID) -> Petition:
    if row:
        first, row.words_id = row.words_id, words_id
        erase(change.session, [first], change.at)
        return row
    row = Petition(
        municipality_id=change.plan.municipality_id, plan_id=change.plan.id, words_id=words_id,
        asked_at=change.at, promised=journey.answer_by(change.today),
    )  # fmt: skip
    change.session.add(row)
    change.session.flush()
    return row


def _told(change: Change, verb: str, row: Petition) -> None:
    # Without the words: a citizen may read their history with the contact person beside them.
    change.record(Record(verb, "petition", row.id, audience="citizen"))


def _tell(change: Change, people: Collection[UUID]) -> None:
    access.tell(change.session, change.plan.municipality_id, change.plan.id, people, "petition", change.at)

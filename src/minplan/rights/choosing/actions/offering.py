"""Verbs: a professional puts a choice before the citizen, or takes it back with a word."""

from uuid import UUID

from minplan import access, journey
from minplan.access import Change
from minplan.errors import Conflict, NotFound
from minplan.journal import Record
from minplan.journey import Outcome
from minplan.rights.choice import Choice, Option
from minplan.rights.choosing import store
from minplan.rights.choosing.commands import NewChoice, NewOption
from minplan.rights.choosing.rule import check_apart, check_new
from minplan.rights.meaning.read import tried_before
from minplan.words import NewText


def offer_choice(by: UUID, plan: UUID, command: NewChoice) -> Outcome:
    """A question with its options; nothing of it lies on the way before the citizen has chosen.

    Raises NotFound for a milestone that the person does not see, and Invalid where two options say the same, or
    something like one was tried before and nobody says what is new this time.
    """
    with access.change(by, plan) as change:
        change.may("offer_choice")
        check_apart(command.options)
        if known := _offered_already(change, command):
            return Outcome("unchanged", known)
        row = _new_choice(change, command)
        check_new(command.options, row.track, tried_before(change))
        change.session.add(row)
        change.session.flush()
        for position, option in enumerate(command.options, 1):
            change.session.add(_new_option(change, row, position, option))
        after = {"text_id": str(row.question_id)}
        change.record(Record("offer_choice", "choice", row.id, track=row.track, after=after))
        return Outcome("done", row.id)


def withdraw_choice(by: UUID, plan: UUID, choice: UUID, because: NewText, seen: str) -> Outcome:
    """It can be chosen no more, and the citizen reads why. Raises Conflict where it does not stand as `seen` by now."""
    with access.change(by, plan, because=because) as change:
        row = store.load(change, choice)
        change.may("withdraw_choice")
        if row.state == "closed":
            return Outcome("unchanged", row.id)
        if row.state != seen or row.state != "open":
            raise Conflict("state", mine=seen, theirs=row.state)
        row.state, row.chosen_on = "closed", change.today
        after = {"text_id": str(row.question_id)}
        change.record(Record("withdraw_choice", "choice", row.id, track=row.track, after=after))
        return Outcome("done", row.id)


def _new_choice(change: Change, command: NewChoice) -> Choice:
    track = journey.may_lead_to(change).get(command.milestone)
    if track is None:
        raise NotFound
    return Choice(
        plan_id=change.plan.id,
        milestone_id=command.milestone,
        track=track,
        question_id=change.write(command.question).id,
        asked_on=change.today,
        by_id=change.viewer.person_id,
    )


def _new_option(change: Change, row: Choice, position: int, option: NewOption) -> Option:
    more = {f"{part}_id": _maybe(change, getattr(option, part)) for part in ("takes", "money", "new")}
    return Option(
        choice_id=row.id,
        plan_id=row.plan_id,
        position=position,
        title_id=change.write(option.title).id,
        why_id=change.write(option.why).id,
        **more,  # type: ignore[arg-type]
    )


def _maybe(change: Change, new: NewText | None) -> UUID | None:
    return change.write(new).id if new else None


def _offered_already(change: Change, command: NewChoice) -> UUID | None:
    """Asked twice, offered once: what this person asked today in the very same words."""
    return next((row.id for row in store.asked_today(change) if _is_this(change, row, command)), None)


def _is_this(change: Change, row: Choice, command: NewChoice) -> bool:
    if row.milestone_id != command.milestone or not _says(change, row.question_id, command.question):
        return False
    there = store.options(change, row.id)
    same = (_is_same(change, *pair) for pair in zip(there, command.options, strict=False))
    return len(there) == len(command.options) and all(same)


def _is_same(change: Change, row: Option, new: NewOption) -> bool:
    return all(_says(change, getattr(row, f"{part}_id"), getattr(new, part)) for part in NewOption.model_fields)


def _says(change: Change, text_id: UUID | None, new: NewText | None) -> bool:
    said = change.words(text_id)
    return said.says(new) if said and new else said is None and new is None

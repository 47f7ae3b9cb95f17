"""Verb: a professional says what a step may lead to, and what it means for money."""

from datetime import date
from typing import Any
from uuid import UUID

from minplan import access, journey
from minplan.access import Change
from minplan.journal import Record
from minplan.journey import Outcome
from minplan.rights.meaning.commands import NewProspect
from minplan.rights.meaning.read import version
from minplan.rights.meaning.store import SAID
from minplan.rights.prospect import Prospect
from minplan.words import NewText


def describe_step(by: UUID, plan: UUID, step: UUID, command: NewProspect, seen: str) -> Outcome:
    """What a step can give, does not promise and leads on to; an empty part is taken away.

    Raises Conflict where somebody else has written meanwhile, after the version that was `seen`.
    """
    with access.change(by, plan) as change:
        change.may("describe_step")
        journey.seen_step(change, step)
        row = change.session.get(Prospect, step)
        before, after = _wanted(change, row, command, seen)
        if not after:
            return Outcome("unchanged", step)
        row = row or new(change, step)
        for name, value in after.items():
            setattr(row, name, value)
        row.by_id, row.at = change.viewer.person_id, change.at
        change.session.flush()
        change.record(Record("describe_step", "step", step, step, before=_plain(before), after=_plain(after)))
        return Outcome("done", step)


def written(change: Change, command: NewProspect) -> dict[str, Any]:
    """The fields of what is said of a step for the first time, its words kept."""
    change.may("describe_step")
    said = {f"{name}_id": _write(change, getattr(command, name)) for name in SAID}
    return {name: value for name, value in said.items() if value} | {"money_asked": _asked(change, None, command)}


def _wanted(
    change: Change, row: Prospect | None, command: NewProspect, seen: str
) -> tuple[dict[str, Any], dict[str, Any]]:
    """What changes, before and after; nothing where all of it stands already."""
    old = {f"{name}_id": getattr(row, f"{name}_id", None) for name in SAID}
    same = {name: _says(change, old[f"{name}_id"], getattr(command, name)) for name in SAID}
    asked = _asked(change, row, command)
    was_asked = row.money_asked if row else None
    if all(same.values()) and asked == was_asked:
        return {}, {}
    change.compare("prospect", seen, version(row.at if row else None), None)
    new: dict[str, Any] = {f"{name}_id": _write(change, getattr(command, name)) for name in SAID if not same[name]}
    before: dict[str, Any] = {name: old[name] for name in new}
    if asked != was_asked:
        before["money_asked"], new["money_asked"] = was_asked, asked
    return before, new


def _says(change: Change, text_id: UUID | None, new: NewText | None) -> bool:
    """Whether a text says this already. One that was emptied by rule says nothing, and stays."""
    text = change.words(text_id)
    if new is None:
        return text is None or text.as_words().erased
    return text is not None and text.body == new.text and text.phrase == new.phrase


def _asked(change: Change, row: Prospect | None, command: NewProspect) -> date | None:
    """Since when the benefits office has the question; who knows the answer has asked nobody."""
    if command.money or not command.money_asked:
        return None
    return (row.money_asked if row else None) or change.today


def _write(change: Change, new: NewText | None) -> UUID | None:
    return change.write(new).id if new else None


def new(change: Change, step: UUID) -> Prospect:
    """A row for what is said of a step, empty yet."""
    row = Prospect(step_id=step, plan_id=change.plan.id, by_id=change.viewer.person_id, at=change.at)
    change.session.add(row)
    return row


def told(said: dict[str, Any]) -> dict[str, Any]:
    """What the journal is told of these fields."""
    return {name: value for name, value in _plain(said).items() if value}


def _plain(values: dict[str, Any]) -> dict[str, Any]:
    return {name: str(value) if value else None for name, value in values.items()}

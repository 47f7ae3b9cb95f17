"""Verbs that read: what is offered, what runs, and the receipt of each yes."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from minplan import clock, content, language
from minplan.access import View, Viewer
from minplan.content import ConsentItem, consent_words
from minplan.content.consent_words import Line
from minplan.errors import NotAllowed, NotFound
from minplan.sharing.store import consents as store


@dataclass(frozen=True, slots=True)
class Offer:
    """An item as it is read before a yes; `mark` comes back with the answer."""

    item: ConsentItem
    title: str
    lines: tuple[Line, ...]
    words: str
    mark: str
    until: date


@dataclass(frozen=True, slots=True)
class Heard:
    """Somebody of the department with a place on the plan, and when they were last told that there is news."""

    name: str
    role: str
    at: datetime | None


@dataclass(frozen=True, slots=True)
class Given:
    """A yes as it stands: its words verbatim, whether it runs, was taken back, or is over by itself, and who hears."""

    id: UUID
    item: str
    kind: str
    department: str
    topic: str
    lang: str
    words: str
    given_at: datetime
    withdrawn_at: datetime | None
    until: date
    runs: bool
    taken_back: bool
    heard: tuple[Heard, ...]


def offer(item: str, lang: str) -> Offer:
    """What would be agreed to today, in a language. Raises NotFound for what is not offered."""
    found = content.consent_items().get(item)
    if found is None or not language.known(lang):
        raise NotFound
    translator, until = language.translator(lang), consent_words.until(found, clock.today())
    read = (found, translator, language.get(lang), until)
    words = consent_words.words(*read)
    return Offer(
        found,
        content.consent_part(found, "title", translator),
        consent_words.lines(*read),
        words,
        consent_words.mark(words),
        until,
    )


def consents(view: View) -> list[Given]:
    """Every yes that the citizen of this plan ever said, the newest first. Raises NotAllowed for anybody else."""
    if not view.viewer.is_citizen:
        raise NotAllowed
    return _given(view)


def meant(view: View, department: str) -> tuple[Heard, ...]:
    """Who of a department has a place on the plan today: whom a yes to it would mean."""
    return _heard(view, department, {})


def running_consents(view: View) -> list[Given]:
    """What runs today, as far as this viewer may know: the contact everything, a colleague what is shared on tracks
    that they see."""
    return [each for each in _given(view) if each.runs and _may_know(view.viewer, each)]


def _may_know(viewer: Viewer, consent: Given) -> bool:
    if viewer.relation in ("citizen", "contact"):
        return True
    return consent.kind != "fetching" and consent.topic not in viewer.hidden


def _given(view: View) -> list[Given]:
    told = store.last_told(view.connection, view.plan.id)
    return [_one(row, _heard(view, row.department, told)) for row in store.of_plan(view.connection, view.plan.id)]


def _heard(view: View, department: str, told: dict[UUID, datetime]) -> tuple[Heard, ...]:
    theirs = (each for each in view.members if content.department_called(each.department) == department)
    return tuple(Heard(each.name, each.role, told.get(each.person_id)) for each in theirs)


def _one(row: Any, heard: tuple[Heard, ...]) -> Given:
    fields = {name: getattr(row, name) for name in Given.__slots__ if name not in ("runs", "taken_back", "heard")}
    runs = row.withdrawn_at is None and row.until >= clock.today()
    back = row.withdrawn_at is not None and clock.local(row.withdrawn_at).date() <= row.until
    return Given(**fields, runs=runs, taken_back=back, heard=heard if row.kind == "sharing" else ())

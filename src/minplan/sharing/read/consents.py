"""Verbs that read: what is offered, what runs, and the receipt of each yes."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from minplan import access, clock, content, language
from minplan.content import ConsentItem, consent_words
from minplan.content.consent_words import Line
from minplan.errors import NotFound
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
class Given:
    """A yes as it stands: its words verbatim, until when, and since when it has been taken back or over."""

    id: UUID
    item: str
    kind: str
    department: str
    topic: str
    words: str
    lang: str
    given_at: datetime
    until: date
    withdrawn_at: datetime | None
    runs: bool


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
        consent_words.title(found, translator),
        consent_words.lines(*read),
        words,
        consent_words.mark(words),
        until,
    )


def consents(by: UUID, plan: UUID | None = None) -> tuple[UUID, list[Given]]:
    """The plan's id and every yes that its citizen ever said, the newest first. Raises NotFound for anybody else."""
    with access.view(by, plan, relations=frozenset({"citizen"})) as view:
        return view.plan.id, [_given(row) for row in store.of_plan(view.connection, view.plan.id)]


def receipt(by: UUID, plan: UUID, consent: UUID) -> Given:
    """One yes of the citizen's own. Raises NotFound."""
    found = next((each for each in consents(by, plan)[1] if each.id == consent), None)
    if found is None:
        raise NotFound
    return found


def running_consents(by: UUID, plan: UUID) -> list[Given]:
    """What runs today, as somebody who works with the plan may know: the contact everything, a colleague what is
    shared on tracks that they see. Raises NotFound for a stranger."""
    with access.view(by, plan, "consents") as view:
        found = [_given(row) for row in store.of_plan(view.connection, view.plan.id)]
    return [each for each in found if each.runs and _may_know(view.viewer, each)]


def _may_know(viewer: access.Viewer, consent: Given) -> bool:
    if viewer.relation in ("citizen", "contact"):
        return True
    return consent.kind != "fetching" and consent.topic not in viewer.hidden


def _given(row: Any) -> Given:
    fields = {name: getattr(row, name) for name in Given.__slots__ if name != "runs"}
    return Given(**fields, runs=row.withdrawn_at is None and row.until >= clock.today())

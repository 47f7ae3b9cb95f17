"""Every query of this room: which texts belong to what is emptied or corrected."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, or_, select

from minplan.access import Change, View
from minplan.journal import Entry
from minplan.journey.step import Step
from minplan.words import Text

_entry = Entry.__table__.c  # type: ignore[attr-defined]
_text = Text.__table__.c  # type: ignore[attr-defined]
_OF_A_STEP = ("title_id", "why_id", "learned_id")


def horizon_texts(change: Change) -> list[UUID]:
    """Every version of the horizon."""
    told = _versions(change, ("horizon_id",), _entry.verb == "set_horizon")
    return [*told, change.plan.horizon_id] if change.plan.horizon_id else told


def step_texts(change: Change, step: Step) -> list[UUID]:
    """Every version of a step's words, and the reasons given on it, as far as nobody but the citizen wrote them."""
    found = [*_versions(change, _OF_A_STEP, _entry.step_id == step.id), *_reasons(change, step)]
    found += [text for name in _OF_A_STEP if (text := getattr(step, name))]
    own = select(_text.id).where(_text.id.in_(found), _own(change.viewer.person_id))
    return list(change.session.execute(own).scalars())


def own_words(view: View, texts: Iterable[UUID]) -> set[UUID]:
    """Those among these texts that nobody but the viewer wrote, and that still have words."""
    found = select(_text.id).where(_text.id.in_(list(texts)), _text.erased_at.is_(None), _own(view.viewer.person_id))
    return set(view.connection.execute(found).scalars())


def is_gone(change: Change, subject: UUID) -> bool:
    """Whether the journal of this plan says that this was emptied."""
    told = (_entry.plan_id == change.plan.id, _entry.subject_id == subject, _entry.verb == "erase")
    return change.session.execute(select(_entry.id).where(*told)).first() is not None


def _own(person: UUID) -> ColumnElement[bool]:
    # What came with a document has no author: it is what the citizen brought.
    return or_(_text.author_id == person, _text.author_id.is_(None))


def _versions(change: Change, names: Iterable[str], *only: ColumnElement[bool]) -> list[UUID]:
    told: Any = change.session.execute(
        select(_entry.before, _entry.after).where(_entry.plan_id == change.plan.id, *only)
    )
    values = [entry for row in told for entry in row]
    return [UUID(each[name]) for each in values for name in names if each.get(name)]


def _reasons(change: Change, step: Step) -> list[UUID]:
    of_step = (_entry.plan_id == change.plan.id, _entry.step_id == step.id, _entry.reason_id.is_not(None))
    return list(change.session.execute(select(_entry.reason_id).where(*of_step)).scalars())

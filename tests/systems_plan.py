"""What stands on Amira's plan for a system to read."""

from typing import Any
from uuid import UUID

from cast import Plan, said

from minplan import access, clock, journey
from minplan.access import HOME
from minplan.journal import Record
from minplan.sync.in_case import InCase


def agreed(amira: Plan, title: str = "Besøg skolen", **more: Any) -> UUID:
    """A step that the law asks, which is a part of the case at once."""
    words = {"title": said(title), "why": said("For at se den"), "law": "LAB § 1"}
    fields = {"milestone": amira.milestone, "tracks": ["health"], "kind": "law"} | words | more
    step = journey.add_step(amira.bo, amira.id, journey.NewStep(**fields)).subject_id
    assert step
    return step


def to_send(amira: Plan) -> dict[str, Any]:
    """A step that the law asks as a system sends it: the municipality's turn, under a landmark of the case."""
    agreed(amira)
    return {
        "milestone": str(amira.milestone), "kind": "law", "law": "LAB § 27", "tracks": ["health"],
        "title": {"text": "Besøg"}, "why": {"text": "For at se"}, "ball": {"holder": "municipality"},
    }  # fmt: skip


def shown(amira: Plan, type: str, subject: UUID, text: UUID) -> None:
    """Amira says yes to something of her own in the case, as her page does."""
    _said(amira, "show_in_case", type, subject, InCase(
        plan_id=amira.id, subject_id=subject, municipality_id=HOME, type=type, text_id=text, at=clock.now()
    ))  # fmt: skip


def kept_back(amira: Plan, type: str, subject: UUID) -> None:
    """She takes it back."""
    _said(amira, "keep_from_case", type, subject, None)


def _said(amira: Plan, verb: str, type: str, subject: UUID, row: InCase | None) -> None:
    with access.change(amira.citizen, amira.id) as change:
        change.may(verb)
        if row:
            change.session.add(row)
        else:
            change.session.delete(change.session.get_one(InCase, (amira.id, subject)))
        change.record(Record(verb, type, subject, step_id=subject if type == "step" else None))

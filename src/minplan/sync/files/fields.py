"""Rule: which fields a mapping may fill, and which column stands behind one that was refused."""

from collections.abc import Iterable, Iterator, Mapping

from pydantic import BaseModel

from minplan.sync.files.columns import objects
from minplan.sync.shapes.inbox import MessageType
from minplan.sync.shapes.landmarks_sent import GoalSent, MilestoneSent
from minplan.sync.shapes.meeting_sent import MeetingSent
from minplan.sync.shapes.people_sent import CaseworkerSent, CitizenSent, PlanSent
from minplan.sync.shapes.step_sent import StepSent

_SENT: dict[MessageType, type[BaseModel]] = {
    "citizen": CitizenSent, "caseworker": CaseworkerSent, "plan": PlanSent, "goal": GoalSent,
    "milestone": MilestoneSent, "step": StepSent, "meeting": MeetingSent,
}  # fmt: skip


def unknown(type: MessageType, fields: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each field that nothing of this type has, and those that stand in its place."""
    known = list(_known(_SENT[type]))
    for each in fields:
        if each not in known:
            beside = [name for name in known if name.rpartition(".")[0] == each.rpartition(".")[0]]
            yield each, ", ".join(beside or (name for name in known if "." not in name))


def column_at(places: Mapping[str, str], pointer: str) -> str | None:
    """The column that filled what a pointer points at, something around it or something in it."""
    for place, column in places.items():
        if pointer == place or pointer.startswith(f"{place}/"):
            return column
    inside = (column for place, column in places.items() if place.startswith(f"{pointer}/"))
    return next(inside, None) if pointer.startswith("/data/") else None


def _known(shape: type[BaseModel]) -> Iterator[str]:
    for name, field in shape.model_fields.items():
        yield name
        yield from (f"{name}.{inner}" for each in objects(field.annotation) for inner in each.model_fields)

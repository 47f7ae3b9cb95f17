"""What a plan holds: of each type the list, one, and one by what another system calls it."""

from typing import Any, NamedTuple
from uuid import UUID

from minplan import sync
from minplan.routes.api.operation import Answer, operation
from minplan.sync.shapes import Agreement, Consent, Goal, Meeting, Milestone, Page, Paging, Step, Win


class Shelf(NamedTuple):
    """A type, its address, its shape, the scope that opens it, and what the list is."""

    type: str
    path: str
    shape: Any
    scope: str
    says: str


SHELVES = (
    Shelf("goal", "goals", Goal, "plans:read", "The goals to which something in the case leads, or which are shown."),
    Shelf("milestone", "milestones", Milestone, "plans:read", "The milestones on the way to those goals."),
    Shelf("step", "steps", Step, "plans:read", "The steps that are a part of the case."),
    Shelf("win", "wins", Win, "plans:read", "The wins that the citizen has made a part of the case."),
    Shelf("meeting", "meetings", Meeting, "meetings:read", "When and where the meetings are."),
    Shelf("agreement", "agreements", Agreement, "meetings:read", "What was agreed at meetings that have closed."),
    Shelf("consent", "consents", Consent, "consents:read", "What the citizen has said yes to, for whom it concerns."),
)
UNNAMED = frozenset({"win", "consent"})  # what no other system has an id for


def _answer(found: Any) -> Answer:
    return Answer(found, etag=sync.etag_of(found))


def _offer(shelf: Shelf) -> None:
    at, name, pages = f"/plans/{{plan}}/{shelf.path}", shelf.type.capitalize(), Page.__class_getitem__(shelf.shape)

    @operation("GET", at, f"list{name}s", shelf.scope, shelf.says, answers={200: pages}, query=Paging)
    def listed(caller: sync.Caller, plan: UUID, query: Paging) -> Answer:
        return Answer(sync.shelf(caller, plan, shelf.type, query))

    one = f"{at}/{{{shelf.type}}}"

    @operation("GET", one, f"get{name}", shelf.scope, f"One {shelf.type}.", answers={200: shelf.shape})
    def found(caller: sync.Caller, plan: UUID, **which: UUID) -> Answer:
        return _answer(sync.one(caller, plan, shelf.type, which[shelf.type]))

    if shelf.type in UNNAMED:
        return
    by_ref, says = f"{at}/by-ref/{{system}}/{{ref}}", f"One {shelf.type}, by what a system calls it."

    @operation("GET", by_ref, f"get{name}ByRef", shelf.scope, says, answers={200: shelf.shape})
    def called(caller: sync.Caller, plan: UUID, system: str, ref: str) -> Answer:
        return _answer(sync.one_by_ref(caller, plan, shelf.type, system, ref))


for each in SHELVES:
    _offer(each)

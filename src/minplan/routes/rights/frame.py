"""What the pages of the rights box share: whose plan, who looks, and the own plan of somebody on an open page."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

from minplan import access
from minplan.errors import NotFound
from minplan.routes.visitor import maybe_visitor


def frame(view: access.View) -> dict[str, Any]:
    """What each page of a plan is given."""
    return {
        "plan_id": view.plan.id,
        "viewer": view.viewer,
        "contact": view.contact,
        "citizen_name": view.plan.citizen_name,
        "citizen_language": view.plan.citizen_language,
    }


@contextmanager
def own_view() -> Iterator[access.View | None]:
    """The plan of the citizen who reads a page that is open to all; None for anybody else, and at a table, where two
    read. Whoever has no plan yet, or no longer, reads what everybody reads."""
    found = maybe_visitor()
    if found is None or found.kind != "citizen" or found.meeting_id:
        yield None
        return
    with ExitStack() as stack:
        try:
            view = stack.enter_context(access.view(found.person_id))
        except NotFound:
            view = None
        yield view

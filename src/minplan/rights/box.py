"""The box: every right that may be shown today, and the few that belong to a moment."""

from datetime import date, datetime

from minplan import clock, config, content
from minplan.access import View
from minplan.content import Right, ShownRight, Standing
from minplan.errors import NotFound
from minplan.rights import store
from minplan.rights.deadlines import due


def benefit_of(view: View) -> str | None:
    """What the citizen lives on today, as the plan says; None where nobody has said it."""
    return store.benefit_on(view.connection, view.plan.id, clock.today())


def box(benefit: str | None = None) -> list[ShownRight]:
    """Every right for somebody who lives on `benefit`; for anybody without one. In production only what is signed."""
    shelf = content.rights_shelf()
    return content.shown_rights(shelf.rights.values(), _standing, benefit, shelf.benefits)


def here(moment: str, benefit: str | None = None) -> list[ShownRight]:
    """At most three for this moment, the nearest to the top first."""
    return content.at_moment(box(benefit), moment)


def here_on(view: View, moment: str) -> list[ShownRight]:
    """At most three for this moment of an opened plan.

    What the citizen lives on says which, for them and their contact person; to others it would tell what it is.
    """
    return here(moment, benefit_of(view) if view.viewer.relation in ("citizen", "contact") else None)


def one(right: str) -> ShownRight:
    """A right by its id, whatever somebody lives on. Raises NotFound where there is none that may be shown today."""
    found = content.rights_shelf().rights.get(right)
    standing = _standing(found) if found else "withheld"
    if found is None or standing == "withheld":
        raise NotFound
    return ShownRight(found, standing)


def by_when(right: str, start: date) -> date | None:
    """The last day by the deadline of this right, begun on `start`; None where it has none that is certain today.

    An instant counts as its day on a Danish calendar.
    """
    found = content.rights_shelf().rights.get(right)
    if found is None or found.deadline is None or _standing(found) != "whole":
        return None
    return due(found.deadline, clock.local(start).date() if isinstance(start, datetime) else start)


def _standing(right: Right) -> Standing:
    review = content.review_of(right)
    return content.standing(right, clock.today(), review.on if review else None, config.settings().production)


def tally(view: View) -> dict[str, int]:
    """How much the rights box keeps of a plan, by table."""
    return store.tally(view.connection, view.plan.id)

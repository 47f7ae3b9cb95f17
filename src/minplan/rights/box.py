"""The box: every right that may be shown today, and the few that belong to a moment."""

from minplan import clock, config, content
from minplan.access import View
from minplan.content import ShownRight
from minplan.rights import store


def benefit_of(view: View) -> str | None:
    """What the citizen lives on today, as the plan says; None where nobody has said it."""
    return store.benefit_on(view.connection, view.plan.id, clock.today())


def box(benefit: str | None = None) -> list[ShownRight]:
    """Every right for somebody who lives on `benefit`; for anybody without one. In production only what is signed."""
    shelf, production, today = content.rights_shelf(), config.settings().production, clock.today()
    return content.shown_rights(
        shelf.rights.values(),
        lambda right: content.standing(right, today, signed_only=production),
        benefit,
        shelf.benefits,
    )


def here(moment: str, benefit: str | None = None) -> list[ShownRight]:
    """At most three for this moment, the nearest to the top first."""
    return content.at_moment(box(benefit), moment)

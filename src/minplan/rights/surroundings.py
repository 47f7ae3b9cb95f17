"""Who stands around a plan, read for whoever looks."""

from minplan.access import View
from minplan.journey import Way
from minplan.rights.box import benefit_of
from minplan.rights.constellation import PAYS, Figure, figures, payer


def around(view: View, way: Way) -> list[Figure]:
    """Everybody around the plan as this viewer may see them, with what else lies with somebody outside."""
    holders = [(step.ball.name, step.title) for step in way.open if step.ball and step.ball.holder == "other"]
    named = [(name, title) for name, title in holders if name]
    yours = view.supporters if view.viewer.is_citizen else ()
    pays = payer(benefit_of(view)) if view.viewer.relation in ("citizen", "contact") else PAYS
    return figures(view.members, yours, named, pays)

"""Contact persons on the web: mine, about me, what is handed over, all of a municipality, asking for another."""

from minplan.routes.handover import about_me, asking, contacts, draft, mine, petitions
from minplan.routes.handover.blueprint import bp

__all__ = ["about_me", "asking", "bp", "contacts", "draft", "mine", "petitions"]

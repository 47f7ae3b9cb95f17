"""The journey on the web: the way, the step's own page, and every change of it."""

from minplan.routes.journey import adding, goals, history, mine, page, proposals, step, verbs
from minplan.routes.journey.blueprint import bp

__all__ = ["adding", "bp", "goals", "history", "mine", "page", "proposals", "step", "verbs"]

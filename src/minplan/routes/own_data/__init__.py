"""Own data on the web: who has looked, everything about me, and what I can take out of it."""

from minplan.routes.own_data import data, openings, privacy
from minplan.routes.own_data.blueprint import bp

__all__ = ["bp", "data", "openings", "privacy"]

"""Own data: everything the house knows about me, to take home, to correct, and what is emptied by rule."""

from minplan.own_data.openings import LAST, Opened, Visit, openings, visits

__all__ = ["LAST", "Opened", "Visit", "openings", "visits"]

"""Own data: everything the house knows about me, to take home, to correct, and what is emptied by rule."""

from minplan.own_data.actions.erasing import Erasable, erasable, erase_horizon, erase_step, erase_win
from minplan.own_data.openings import LAST, Opened, Visit, openings, visits

__all__ = [
    "LAST",
    "Erasable",
    "Opened",
    "Visit",
    "erasable",
    "erase_horizon",
    "erase_step",
    "erase_win",
    "openings",
    "visits",
]

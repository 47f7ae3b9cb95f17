"""Own data: everything the house knows about me, to take home, to correct, and what is emptied by rule."""

from minplan.own_data.actions.erasing import Erasable, erasable, erase_horizon, erase_step, erase_win
from minplan.own_data.actions.keeping import tidy
from minplan.own_data.actions.person import PRIVACY, NewName, read_privacy, rename, speak
from minplan.own_data.openings import LAST, Opened, Visit, openings, visits
from minplan.own_data.read.citizen import everything, rows
from minplan.own_data.read.supporting import as_supporter, everything_as_supporter
from minplan.own_data.read.told import told
from minplan.own_data.rules import KEPT, RULES, Rule, table

__all__ = [
    "KEPT",
    "LAST",
    "NewName",
    "RULES",
    "Erasable",
    "Opened",
    "PRIVACY",
    "Rule",
    "Visit",
    "as_supporter",
    "erasable",
    "erase_horizon",
    "erase_step",
    "erase_win",
    "everything",
    "everything_as_supporter",
    "openings",
    "read_privacy",
    "rename",
    "rows",
    "speak",
    "table",
    "tidy",
    "told",
    "visits",
]

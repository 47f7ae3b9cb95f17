"""Rights: what a citizen can expect, what there is to choose, and how they say that they disagree."""

from minplan.rights.box import benefit_of, box, by_when, here, one
from minplan.rights.constellation import Figure
from minplan.rights.deadlines import due
from minplan.rights.meaning.actions.describing import describe_step
from minplan.rights.meaning.actions.sensing import say_sense
from minplan.rights.meaning.commands import NewDecision, NewProspect
from minplan.rights.meaning.read import meaning
from minplan.rights.meaning.rule import deciding
from minplan.rights.meaning.views import Meaning
from minplan.rights.kinds import DISPATCHES
from minplan.rights.sending.actions.carrying import dispatch_counts, goes, send_dispatch
from minplan.rights.sending.actions.sending import send
from minplan.rights.sending.read import decided, dispatches, find_dispatch
from minplan.rights.sending.views import Decided, DispatchView
from minplan.rights.moments import moment_of
from minplan.rights.searching import find
from minplan.rights.situations import SITUATIONS, Situation, about
from minplan.rights.surroundings import around

__all__ = [
    "Figure", "around",
    "DISPATCHES", "Decided", "DispatchView", "decided", "dispatch_counts", "dispatches", "find_dispatch", "goes",
    "send", "send_dispatch", 
    "SITUATIONS", "Situation", "about", "benefit_of", "box", "by_when", "due", "find", "here", "moment_of", "one",
    "Meaning", "NewDecision", "NewProspect", "deciding", "describe_step", "meaning", "say_sense",
]  # fmt: skip

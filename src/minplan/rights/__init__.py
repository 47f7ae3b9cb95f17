"""Rights: what a citizen can expect, what there is to choose, and how they say that they disagree."""

from minplan.rights.box import benefit_of, box, by_when, here, here_on, one, tally
from minplan.rights.choice import Choice, Option
from minplan.rights.choosing.actions.choosing import choose
from minplan.rights.choosing.actions.offering import offer_choice, withdraw_choice
from minplan.rights.choosing.commands import FEWEST_OPTIONS, MOST_OPTIONS, NewChoice, NewOption
from minplan.rights.choosing.read import ChoiceView, OptionView, choice, choice_of, choices
from minplan.rights.constellation import Figure
from minplan.rights.deadlines import due
from minplan.rights.decision import Decision
from minplan.rights.kinds import DISPATCHES
from minplan.rights.living.actions.setting import set_benefit
from minplan.rights.living.read import BenefitLine, benefit_lines, benefits_offered
from minplan.rights.meaning.actions.adding import add_beside, add_step
from minplan.rights.meaning.actions.deciding import receive_decision, record_decision, say_no_decision
from minplan.rights.meaning.actions.describing import describe_step
from minplan.rights.meaning.actions.sensing import say_sense
from minplan.rights.meaning.commands import Beside, NewDecision, NewProspect
from minplan.rights.meaning.read import earlier, meaning
from minplan.rights.meaning.rule import deciding
from minplan.rights.meaning.views import EarlierView, Meaning
from minplan.rights.moments import moment_of, moment_of_step, moment_of_thread, unless_threat
from minplan.rights.plan_benefit import PlanBenefit
from minplan.rights.prospect import Prospect
from minplan.rights.searching import Hints, find, hints
from minplan.rights.sending.actions.carrying import (
    dispatch_counts,
    end_dispatches,
    goes,
    send_dispatch,
    whom_to_ask,
)
from minplan.rights.sending.actions.sending import send
from minplan.rights.sending.read import decided, dispatches, find_dispatch
from minplan.rights.sending.views import Decided, DispatchView
from minplan.rights.situations import SITUATIONS, Situation, about
from minplan.rights.surroundings import around
from minplan.rights.toolbox.leaning import ask_about, lean
from minplan.rights.toolbox.read import LeaningView, leanings

__all__ = [
    "DISPATCHES", "FEWEST_OPTIONS", "MOST_OPTIONS", "SITUATIONS", "BenefitLine", "Beside", "Choice", "ChoiceView",
    "Decided", "Decision", "DispatchView", "EarlierView", "Figure", "Hints", "LeaningView", "Meaning", "NewChoice",
    "NewDecision", "NewOption", "NewProspect", "Option", "OptionView", "PlanBenefit", "Prospect", "Situation", "about",
    "add_beside", "add_step", "around", "ask_about", "benefit_lines", "benefit_of", "benefits_offered", "box",
    "by_when", "choice", "choice_of", "choices", "choose", "decided", "deciding", "describe_step", "dispatch_counts",
    "dispatches", "due", "earlier", "end_dispatches", "find", "find_dispatch", "goes", "here", "here_on", "hints",
    "lean", "leanings", "meaning", "moment_of", "moment_of_step", "moment_of_thread", "offer_choice", "one",
    "receive_decision", "record_decision", "say_no_decision", "say_sense", "send", "send_dispatch", "set_benefit",
    "tally", "unless_threat", "whom_to_ask", "withdraw_choice",
]  # fmt: skip

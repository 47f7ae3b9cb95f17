"""The journey: one citizen's way. Goals, milestones, steps, the next one, and whose turn it is."""

from minplan.journey.actions.adding import Added, add_step, add_within
from minplan.journey.actions.agreeing import (
    SAYS,
    holds,
    lay_agreed,
    may_lead_to,
    said_of,
    settled,
    standing,
    take_next,
)
from minplan.journey.actions.common import Outcome
from minplan.journey.actions.days import answer_by
from minplan.journey.actions.goals import add_goal, add_milestone, reword_goal, reword_milestone, set_horizon
from minplan.journey.actions.naming import call_by
from minplan.journey.actions.order import choose_next, move
from minplan.journey.actions.pausing import rest, wait
from minplan.journey.actions.plan import choose_token, hide_tracks, mark_seen
from minplan.journey.actions.promises import promise_proposal
from minplan.journey.actions.proposals import answer, withdraw
from minplan.journey.actions.reaching import asked_about, seen_step
from minplan.journey.actions.settling import settle_first
from minplan.journey.actions.splitting import split
from minplan.journey.actions.state import complete, detour, postpone, start
from minplan.journey.actions.steps import hand_over, promise, reword, set_date
from minplan.journey.actions.taking_back import reopen
from minplan.journey.actions.wins import add_win, cheer, praise
from minplan.journey.commands import AgreedStep, Ball, Detour, HandOver, NewStep, SettleFirst, Split, Wait, When
from minplan.journey.goal import NewGoal, NewMilestone
from minplan.journey.kinds import BALLS, BEHIND, KINDS, OPEN, SHOW, STATES, TOKENS, TRACKS
from minplan.journey.proposal import ProposalAnswer
from minplan.journey.read import (
    Everything,
    ProposalView,
    agreed,
    everything,
    find,
    proposal,
    proposals,
    proposals_of,
    verdicts,
    way,
    ways,
)
from minplan.journey.story import Change, Recent, Story, news, recent, story
from minplan.journey.views import BallView, GoalView, MilestoneView, StepView, Way, WinView
from minplan.journey.win import NewWin

__all__ = [
    "Added",
    "AgreedStep",
    "BALLS",
    "BEHIND",
    "Ball",
    "BallView",
    "Change",
    "Detour",
    "Everything",
    "GoalView",
    "HandOver",
    "KINDS",
    "MilestoneView",
    "NewGoal",
    "NewMilestone",
    "NewStep",
    "NewWin",
    "OPEN",
    "Outcome",
    "ProposalAnswer",
    "ProposalView",
    "Recent",
    "SAYS",
    "SHOW",
    "STATES",
    "SettleFirst",
    "Split",
    "StepView",
    "Story",
    "TOKENS",
    "TRACKS",
    "Wait",
    "Way",
    "When",
    "WinView",
    "add_goal",
    "add_milestone",
    "add_step",
    "agreed",
    "add_within",
    "add_win",
    "answer",
    "answer_by",
    "asked_about",
    "call_by",
    "cheer",
    "choose_next",
    "choose_token",
    "complete",
    "detour",
    "hand_over",
    "hide_tracks",
    "holds",
    "lay_agreed",
    "may_lead_to",
    "mark_seen",
    "move",
    "postpone",
    "praise",
    "promise",
    "promise_proposal",
    "proposal",
    "proposals",
    "proposals_of",
    "reopen",
    "rest",
    "reword",
    "reword_goal",
    "reword_milestone",
    "said_of",
    "seen_step",
    "set_date",
    "set_horizon",
    "settle_first",
    "settled",
    "split",
    "standing",
    "start",
    "story",
    "take_next",
    "wait",
    "everything",
    "find",
    "news",
    "recent",
    "verdicts",
    "way",
    "ways",
    "withdraw",
]

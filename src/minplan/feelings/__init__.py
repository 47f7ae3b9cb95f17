"""Feelings: what fills somebody, what they carry and what they are good at. Theirs alone, unless they show it."""

from minplan.feelings.actions.forgetting import forget
from minplan.feelings.actions.showing import show, take_back
from minplan.feelings.checkin import CheckIn, OwnWord
from minplan.feelings.showing import Showing
from minplan.feelings.shown import Shown, shown
from minplan.feelings.telling import parse_checkin

__all__ = ["CheckIn", "OwnWord", "Showing", "Shown", "forget", "parse_checkin", "show", "shown", "take_back"]

"""Feelings: what fills somebody, what they carry and what they are good at. Theirs alone, unless they show it."""

from minplan.feelings.actions.forgetting import forget
from minplan.feelings.actions.showing import show, take_back
from minplan.feelings.showing import Showing
from minplan.feelings.shown import Shown, shown

__all__ = ["Showing", "Shown", "forget", "show", "shown", "take_back"]

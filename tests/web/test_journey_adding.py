"""What is added: steps, goals, milestones, wins and praise."""

from web.deeds import ADDING
from web.questions import Questions, restage

__all__ = ["restage"]


class TestAdding(Questions):
    deeds = ADDING

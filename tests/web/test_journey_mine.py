"""What is the citizen's alone to set: the horizon, the token, who sees which track."""

from web.deeds import MINE
from web.questions import Questions, restage

__all__ = ["restage"]


class TestMine(Questions):
    deeds = MINE
    barred = dict.fromkeys(MINE, ("bo", "tove"))

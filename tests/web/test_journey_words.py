"""What a step, a goal and a milestone say, and on which day."""

from web.deeds import WORDS
from web.questions import Questions, restage

__all__ = ["restage"]


class TestWords(Questions):
    deeds = WORDS
    barred = dict.fromkeys(("title", "why", "date", "goal title", "milestone title"), ("bo", "tove"))

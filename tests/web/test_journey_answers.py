"""Answers to what somebody proposed or wished for."""

from web.deeds import ANSWERS
from web.questions import Questions, restage

__all__ = ["restage"]


class TestAnswers(Questions):
    deeds = ANSWERS
    barred = {"answer": ("bo", "tove"), "wish": ("amira", "tove"), "withdrawal": ("amira", "tove")}

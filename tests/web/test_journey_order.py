"""The order of the way: the next step, earlier and later, smaller steps, and what comes first."""

from web.deeds import ORDER
from web.questions import Questions, restage

__all__ = ["restage"]


class TestOrder(Questions):
    deeds = ORDER
    barred = dict.fromkeys(ORDER, ("bo", "tove"))

"""Where a step stands: done and back, start, later, wait, rest, a new way, the ball and the promise."""

from web.deeds import STATE
from web.questions import Questions, restage

__all__ = ["restage"]


class TestState(Questions):
    deeds = STATE
    # On the citizen's own ball nobody else turns; the promise is the municipality's to give.
    barred = dict.fromkeys(("completion", "reopening", "start", "waiting", "rest", "detour"), ("bo", "tove"))
    barred |= {"promise": ("amira",)}

"""The call on the web: ask, and the thread with its promised day."""

from minplan.routes.dialogue import asking, thread
from minplan.routes.dialogue.blueprint import bp

__all__ = ["asking", "bp", "thread"]

"""The meeting on the web: before it, the hour itself, and what comes of it."""

from minplan.routes.meeting.blueprint import bp

__all__ = ["bp"]

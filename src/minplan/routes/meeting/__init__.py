"""The meeting on the web: before it, the hour itself, and what comes of it."""

from minplan.routes.meeting import agenda, calendar, codes, devices, joining, opening, room
from minplan.routes.meeting.blueprint import bp

__all__ = ["bp", "agenda", "calendar", "codes", "devices", "joining", "opening", "room"]

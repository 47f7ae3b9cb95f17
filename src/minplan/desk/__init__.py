"""The desk: a professional's day. My citizens, what to meet first on a citizen's page, and what waits too long."""

from minplan.desk.glance import Brief, CitizenRow, CourtLine, Matter
from minplan.desk.read.brief import brief
from minplan.desk.read.citizens import citizens
from minplan.desk.read.waiting import waiting
from minplan.desk.turns import this_week

__all__ = ["Brief", "CitizenRow", "CourtLine", "Matter", "brief", "citizens", "this_week", "waiting"]

"""Verb: what a professional meets first on a citizen's page."""

from minplan import clock
from minplan.access import View
from minplan.desk import stillness, telling, turns
from minplan.desk.glance import Brief
from minplan.desk.read.citizens import start_of
from minplan.desk.store import mine
from minplan.journey import Way


def brief(view: View, way: Way) -> Brief:
    """What stands before the way on a professional's page of a citizen: their turn, new wins, subgoals, the law."""
    today = clock.today()
    rows = mine.moved_on(view.connection, view.plan.id, start_of(stillness.since(today)))
    begun = clock.local(rows[0].created_at).date()
    return telling.told(way, begun, turns.moved(rows, view.viewer), today)

"""Verb: what is new in the feed, and for this system to hear, becomes deliveries of a webhook."""


from minplan import clock, db
from minplan.sync.read.changes import readable
from minplan.sync.read.hearing import heard
from minplan.sync.store import deliveries, feed, webhooks
from minplan.sync.store.webhooks import Hook

AT_ONCE = 500  # items of one transaction
MOST_WAITING = 20_000  # whoever does not answer fills no more: the feed keeps the rest for them


def make_out(hook: Hook) -> bool:
    """Go one stretch on in the feed; False where it is read to its end, or enough waits already."""
    if deliveries.waiting(hook.id) >= MOST_WAITING:
        return False
    with db.reading() as connection:
        now = webhooks.standing(connection, hook.id)
        newest = feed.ends(connection)[1]
        if now is None or now.state != "on" or now.told >= newest:
            return False
        upto = min(now.told + feed.STRETCH, newest)
        caller, between = hook.caller, (now.told, upto)
        types = readable(caller)
        rows = feed.stretch(connection, caller.municipality_id, between, types, None, caller.person_id, AT_ONCE)
    with heard(caller, {row.plan_id for row in rows}) as plans:
        items = [(row, plans[row.plan_id].what(row)) for row in rows if plans[row.plan_id].hears(row)]
    reached = rows[-1].number if len(rows) == AT_ONCE else upto
    return deliveries.make_out(hook.id, now.told, reached, items, clock.now())

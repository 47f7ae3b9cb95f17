"""The feed is kept for a time, always from its end on, and no number is ever given twice."""

from datetime import timedelta

from cast import Plan
from sqlalchemy import select
from systems_plan import agreed

from minplan import clock, config, db, own_data
from minplan.sync.actions.sequencing import sequence
from minplan.sync.feed_item import FeedItem

_item = FeedItem.__table__  # type: ignore[attr-defined]
KEPT = timedelta(days=config.settings().keep_changes)


def numbers() -> list[int]:
    with db.reading() as connection:
        return list(connection.execute(select(_item.c.number).order_by(_item.c.number)).scalars())


def test_what_is_old_goes_from_the_beginning_on(amira: Plan) -> None:
    agreed(amira)
    sequence()
    old = numbers()
    clock.start(clock.now() + KEPT - timedelta(hours=1))
    agreed(amira, "Ring")
    sequence()
    own_data.tidy()
    assert numbers() == [*old, old[-1] + 1]
    clock.start(clock.now() + timedelta(hours=2))
    assert own_data.tidy(dry_run=True)["feed_item"] == len(old)
    own_data.tidy()
    assert numbers() == [old[-1] + 1]


def test_the_newest_stays_so_that_numbers_go_on(amira: Plan) -> None:
    agreed(amira)
    sequence()
    last = numbers()[-1]
    clock.start(clock.now() + 3 * KEPT)
    own_data.tidy()
    assert numbers() == [last]
    agreed(amira, "Ring")
    sequence()
    assert numbers() == [last, last + 1]


def test_what_waits_never_goes(amira: Plan) -> None:
    agreed(amira)
    clock.start(clock.now() + 3 * KEPT)
    own_data.tidy()
    assert sequence() and len(numbers()) > 3


def test_an_item_that_is_older_than_one_before_it_leaves_no_hole(amira: Plan) -> None:
    """Clocks of two servers differ: what is gone is always a beginning."""
    for title in ("Et", "To", "Tre"):
        agreed(amira, title)
        sequence()
    whole = numbers()
    with db.writing() as session:
        session.execute(_item.update().where(_item.c.number == whole[-2]).values(at=clock.now() - 2 * KEPT))
    own_data.tidy()
    assert numbers() == whole

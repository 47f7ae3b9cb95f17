"""What a page of the feed costs when there is more and more behind and before it."""

from collections.abc import Callable
from time import perf_counter

from sqlalchemy import Connection, bindparam, func, select, text

from minplan import clock, db, sync
from minplan.access import HOME
from minplan.sync.feed_item import FeedItem
from minplan.sync.read.changes import changes, sealed
from minplan.sync.shapes import Following, Paging
from storm.world import FOLLOWER, World

_item = FeedItem.__table__  # type: ignore[attr-defined]
SIZES = (10**3, 10**4, 10**5, 10**6)
ROUNDS, PAGE = 30, 50
_SERIES = {
    "sqlite": "(WITH RECURSIVE more(n) AS (SELECT :low UNION ALL SELECT n + :many FROM more WHERE n < :high) "
    "SELECT n FROM more)",
    "postgresql": "generate_series(CAST(:low AS bigint), CAST(:high AS bigint), CAST(:many AS bigint)) AS more(n)",
}


def growth(world: World, sizes: tuple[int, ...] = SIZES) -> dict[str, float]:
    """What a page with data costs at each size, as a share of what reading a plan's steps costs at the same moment;
    `growth` is the dearest against that of the shortest feed."""
    caller, found = sync.by_key(world.keys[FOLLOWER]), {}
    for size in sizes:
        _fill(world, size)
        found[size] = max(_page(world, caller, at) for at in (1, size // 2, size - PAGE))
    costs = {f"page_{size}": round(cost, 2) for size, cost in found.items()}
    return costs | {"growth": round(max(found.values()) / found[sizes[0]], 2)}


def _page(world: World, caller: sync.Caller, behind: int) -> float:
    """The best of some rounds of each: what else runs on the machine only makes both dearer."""
    asked, plan = Following(after=sealed(caller, behind), limit=PAGE), world.plots[0].plan
    found = changes(caller, asked)
    assert len(found.items) == PAGE and all(each.data for each in found.items)
    rounds = [
        (_seconds(lambda: changes(caller, asked)), _seconds(lambda: sync.shelf(caller, plan, "step", Paging())))
        for _ in range(ROUNDS)
    ]
    pages, shelves = zip(*rounds, strict=True)
    return min(pages) / min(shelves)


def _seconds(act: Callable[[], object]) -> float:
    begun = perf_counter()
    act()
    return perf_counter() - begun


def _fill(world: World, size: int) -> None:
    """As if so much had been told of all the plans by turns."""
    with db.engine().begin() as connection:
        newest = connection.execute(select(func.max(_item.c.number))).scalar_one()
        for turn, plot in enumerate(world.plots):
            same = {"plan": plot.plan, "step": plot.step, "home": HOME, "at": clock.now()}
            series = {"low": newest + 1 + turn, "high": size, "many": len(world.plots)}
            connection.execute(_insert(connection), same | series)
    with db.engine().connect() as connection:
        connection.execute(text("ANALYZE feed_item"))
        connection.commit()


def _insert(connection: Connection) -> object:
    series = _SERIES[connection.dialect.name]
    told = text(
        "INSERT INTO feed_item (number, municipality_id, plan_id, revision, type, subject_id, what, verb, at) "
        f"SELECT n, :home, :plan, 1, 'step', :step, 'updated', 'reword', :at FROM {series} WHERE n <= :high"  # noqa: S608
    )
    kinds = {"plan": _item.c.plan_id.type, "step": _item.c.subject_id.type, "at": _item.c.at.type}
    return told.bindparams(*(bindparam(name, type_=kind) for name, kind in kinds.items()))

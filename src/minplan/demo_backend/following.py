"""Following the feed as docs/sync.md says: first the place, then everything, then what is new, again and again."""

from threading import Event
from typing import Any

from minplan.demo_backend.house import SHELVES, House, Silent
from minplan.demo_backend.store import Store

PAUSE, WAIT = 2, 20


def follow(house: House, store: Store, stop: Event) -> None:
    """Until told to stop; whoever does not answer is asked again."""
    while not stop.is_set():
        try:
            step(house, store, WAIT)
        except Silent:
            stop.wait(PAUSE)


def step(house: House, store: Store, wait: int = 0) -> None:
    """One question and what follows from it. Raises Silent."""
    place = store.kept("place")
    answer = house.ask("GET", f"/changes?wait={wait}&after={place}") if place else None
    if answer is None or answer.status_code in (400, 410):  # also where minplan was made anew
        _read_everything(house, store)
        return
    if answer.status_code != 200:
        raise Silent
    for item in answer.json()["items"]:
        _take(house, store, item)
    store.keep("place", answer.json()["next"])


def _read_everything(house: House, store: Store) -> None:
    found = house.get("/changes")
    if not found:
        raise Silent
    plans = list(house.each("/plans"))
    store.clear()
    for plan in plans:
        _read_plan(house, store, plan)
    store.keep("place", found["next"])


def _read_plan(house: House, store: Store, plan: Any) -> None:
    store.put("plan", plan)
    citizen = house.get(f"/citizens/{plan['citizen']}")
    if citizen:
        store.put("citizen", citizen)
    for shelf in SHELVES:
        for each in house.each(f"/plans/{plan['id']}/{shelf}"):
            store.put(shelf.removesuffix("s"), each)


def _take(house: House, store: Store, item: Any) -> None:
    """What an item says is how the thing is now, so doing it twice does no harm."""
    type, id = item["subject"]["type"], item["subject"]["id"]
    if item["data"] is None:
        store.drop(id)
    elif type in ("plan", "consent"):
        _read_plan_again(house, store, item["plan"])
    elif f"{type}s" in (*SHELVES, "citizens"):
        store.put(type, item["data"])
    store.came("feed", item["id"], item["type"], item["plan"])


def _read_plan_again(house: House, store: Store, id: str) -> None:
    """Whom the citizen lets hear of what may have changed: what does not come now is let go of."""
    plan = house.get(f"/plans/{id}")
    store.clear(id)
    if plan:
        _read_plan(house, store, plan)

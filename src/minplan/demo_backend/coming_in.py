"""Coming in: a key that opens, and an address that is told."""

from collections.abc import Callable

from minplan.demo_backend.house import House
from minplan.demo_backend.store import Store


def come_in(house: House, store: Store, new_key: Callable[[], str], events: str) -> list[str]:
    """Use the key that is kept, or get a `new_key`, and be told at `events`; says what was done. Raises Silent."""
    house.key = store.kept("key")
    said = []
    if not (house.key and house.knows_me()):
        house.key = new_key()
        for name in ("place", "secret"):
            store.keep(name, "")
        store.keep("key", house.key)
        said.append("let itself in with a new key")
    return [*said, _be_told(house, store, events)]


def _be_told(house: House, store: Store, events: str) -> str:
    known = {each["url"]: each["id"] for each in (house.get("/webhooks") or {"items": []})["items"]}
    if events in known and store.kept("secret"):
        return f"is told at {events} already"
    if events in known:
        house.ask("DELETE", f"/webhooks/{known[events]}")
    answer = house.ask("POST", "/webhooks", {"url": events})
    if answer.status_code != 201:
        return f"is not told of changes, and asks: MINPLAN_WEBHOOK_HOSTS does not name the host of {events}"
    store.keep("secret", answer.json()["secret"])
    return f"is told at {events}, while `minplan work` runs"

"""What is shown to one person soon after they made it, and never again: no table of ours holds it.

It waits in their own browser's cookie, with whose it is, until they go on.
"""

from datetime import timedelta

from flask import session

from minplan import clock
from minplan.routes.visitor import visitor, whose

SHOWN = timedelta(minutes=10)


def keep(name: str, *said: str) -> None:
    """Let this be shown on the next page."""
    session[name] = {"at": clock.now().isoformat(), "of": whose(visitor().person_id), "said": said}


def shown(name: str) -> list[str] | None:
    """What was kept, also when the page is loaded again; None when its time is over, or it is somebody else's."""
    found = session.get(name)
    if isinstance(found, dict) and found["of"] == whose(visitor().person_id) and _is_fresh(found["at"]):
        return list(found["said"])
    forget(name)
    return None


def forget(name: str) -> None:
    """Its owner has gone on."""
    session.pop(name, None)


def _is_fresh(at: str) -> bool:
    made = clock.parse(at)
    return made is not None and made >= clock.now() - SHOWN

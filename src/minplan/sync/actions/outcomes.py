"""What is written down of a delivery after a try, and where it was not its turn."""

from datetime import datetime, timedelta
from random import random
from typing import Any

from minplan import clock
from minplan.sync import retrying
from minplan.sync.actions.posting import Answer


def fields(row: Any, state: str, at: datetime, **told: Any) -> dict[str, Any]:
    """How it stands from now on; without what was `told`, as it was tried before."""
    kept = {"attempts": row.attempts, "status": row.status, "problem": row.problem, "took_ms": row.took_ms}
    settled = None if state == "waiting" else at
    return {"this": row.id, "state": state, "next_at": at, "settled_at": settled} | kept | told


def told(row: Any, answer: Answer) -> dict[str, Any]:
    """One try more, and what came of it."""
    tries = row.attempts + 1
    return {"status": answer.status, "problem": answer.problem, "took_ms": answer.took_ms, "attempts": tries}


def failed(row: Any, answer: Answer) -> dict[str, Any]:
    """It comes again later, or this was the last try."""
    now, tried = clock.now(), told(row, answer)
    pause = retrying.wait(tried["attempts"], random(), retrying.asked(answer.retry_after, now))
    if pause is None:
        return fields(row, "given_up", now, **tried)
    return fields(row, "waiting", now + timedelta(seconds=pause), **tried)

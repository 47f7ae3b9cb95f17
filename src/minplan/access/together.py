"""Several changes as one: all of them are kept, or none. Each has its own revision and its own entry in the journal."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlmodel import Session

from minplan import db

_TOLD = "told"


@contextmanager
def together(**told: Any) -> Iterator[Session]:
    """Every change in the block is a part of one transaction; `told` is what each of them tells the journal as well.

    Within another, what the outer one tells is told again as soon as the block is over."""
    with db.together() as session:
        before = told_with(session)
        session.info[_TOLD] = before | told
        try:
            yield session
        finally:
            session.info[_TOLD] = before


def told_with(session: Session) -> dict[str, Any]:
    """What every entry of this transaction tells as well; nothing for a change that stands alone."""
    found: dict[str, Any] = session.info.get(_TOLD, {})
    return found

"""Rule: a list in the order of its ids, page by page. What comes in between moves nothing that was there."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterable
from typing import Any, TypeVar
from uuid import UUID

from minplan.sync.problem import Pointed, Problem

Item = TypeVar("Item", bound=Any)


def cursor_of(last: UUID) -> str:
    """Where the next page begins; opaque, so that nobody builds one."""
    return urlsafe_b64encode(last.bytes).rstrip(b"=").decode()


def after_of(cursor: str | None) -> UUID | None:
    """The id after which a page begins; None at the beginning. Raises Problem for what is no cursor."""
    if cursor is None:
        return None
    try:
        return UUID(bytes=urlsafe_b64decode(cursor + "=="))
    except ValueError:
        raise Problem("bad-request", errors=(Pointed("after", "unknown_cursor"),)) from None


def cut(found: Iterable[Item], limit: int, after: UUID | None = None) -> tuple[list[Item], str | None]:
    """A page of things with an `id`, and the cursor of the next; None where there is none."""
    rest = sorted((each for each in found if after is None or each.id > after), key=lambda each: each.id)
    return rest[:limit], cursor_of(rest[limit - 1].id) if len(rest) > limit else None

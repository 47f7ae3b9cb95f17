"""What kind of help somebody's words are about, so that nobody is offered the same again without being told why."""

from functools import cache

from minplan.content.library import read


def offer_kind(text: str) -> str | None:
    """The first kind that a part of `text` names, None for none. Words of one or two letters count only when whole."""
    said = text.casefold()
    words = set(said.split())
    for kind, parts in _kinds().items():
        if any(part in (said if len(part) > 2 else words) for part in parts):
            return kind
    return None


@cache
def _kinds() -> dict[str, list[str]]:
    return read("offer_kinds.toml")

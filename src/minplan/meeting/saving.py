"""What every field that is edited in a meeting shares: other words for it."""

from uuid import UUID

from minplan.access import Change
from minplan.words import NewText


def reworded(change: Change, current: UUID | None, seen: UUID | None, new: NewText | None) -> UUID | None:
    """The id of the text that stands from now on; the same id where the same words stand already.

    `seen` is the text that the writer saw. Raises Conflict, with both ids, where somebody else has changed it since.
    """
    stands = change.words(current)
    if (stands is None and new is None) or (stands and new and stands.says(new)):
        return current
    change.compare("text", seen, current, object())
    return change.write(new).id if new else None

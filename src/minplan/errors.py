"""What an action may answer instead of doing what was asked. Routes turn each into one kind page."""

from typing import Any


class MinplanError(Exception):
    """The common kind: nothing was written."""


class NotFound(MinplanError):
    """There is no such thing, or it does not exist for this person."""


class NotAllowed(MinplanError):
    """It exists, and this person may not do that with it. `reason` is a code where there is more to say."""

    def __init__(self, reason: str = "") -> None:
        super().__init__(reason)
        self.reason = reason


class Invalid(MinplanError):
    """The words given cannot be used. `fields` maps a field's name to a code such as "required" or "too_long"."""

    def __init__(self, fields: dict[str, str]) -> None:
        super().__init__(", ".join(f"{field}: {code}" for field, code in fields.items()))
        self.fields = fields


class Conflict(MinplanError):
    """Somebody changed the same field meanwhile. Carries both wordings, so that nothing typed is lost."""

    def __init__(self, field: str, mine: Any, theirs: Any) -> None:
        super().__init__(f"{field} was changed meanwhile")
        self.field = field
        self.mine = mine
        self.theirs = theirs


class Locked(MinplanError):
    """What somebody kept cannot be opened: for good where it is `lost`, else right now, as with another house's key."""

    def __init__(self, lost: bool = True) -> None:
        super().__init__("locked for good" if lost else "locked right now")
        self.lost = lost


class Busy(MinplanError):
    """Others have been writing for longer than anybody waits for them. The same may be asked again."""

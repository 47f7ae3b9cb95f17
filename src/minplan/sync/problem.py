"""What a system is told when its request cannot be done: RFC 9457, each type with one status. Never anybody's words."""

from typing import NamedTuple

# What goes wrong, by the last part of its type URI: the status, and what it is called.
TYPES = {
    "not-json": (400, "The body is not JSON that can be read"),
    "bad-request": (400, "The request breaks the document"),
    "no-credentials": (401, "A key or a token is missing, or is not known"),
    "missing-scope": (403, "The scope for this is missing"),
    "not-allowed": (403, "The plan's rules do not allow this"),
    "not-found": (404, "There is no such thing here"),
    "method-not-allowed": (405, "This cannot be done here"),
    "exists": (409, "It is there already"),
    "conflict": (409, "It does not fit with what is there"),
    "still-running": (409, "The same request is still under way"),
    "start-again": (410, "The cursor is older than what is kept: read everything again"),
    "changed": (412, "It is not as the request expects it"),
    "too-large": (413, "The request is too large"),
    "not-this-type": (415, "The body must be application/json"),
    "invalid": (422, "Some fields cannot be used"),
    "other-request": (422, "This Idempotency-Key was used for another request"),
    "if-match-required": (428, "If-Match is required"),
    "too-many": (429, "Too many requests"),
    "fault": (500, "Something broke here"),
    "unavailable": (503, "It cannot be answered right now"),
}


class Pointed(NamedTuple):
    """What is wrong with one field: a JSON pointer into the body or the name of a parameter, and a code."""

    pointer: str
    code: str


class Problem(Exception):
    """A refusal by its type, with what is wrong field by field. `detail` is never what somebody said."""

    def __init__(self, type: str, detail: str = "", errors: tuple[Pointed, ...] = (), retry_after: int = 0) -> None:
        super().__init__(type)
        self.type = type
        self.status, self.title = TYPES[type]
        self.detail = detail
        self.errors = errors
        self.retry_after = retry_after

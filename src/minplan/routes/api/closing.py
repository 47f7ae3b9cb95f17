"""Whoever sends more than is read is told that nothing more is read on this connection."""

from typing import Any

CLOSE = "close"


def heard(start_response: Any) -> Any:
    """The same, that hangs up where the answer says so: gunicorn takes the header for its own and leaves it out."""

    def start(status: str, headers: list[tuple[str, str]], *more: Any) -> Any:
        if ("Connection", CLOSE) in headers:
            hang_up = getattr(getattr(start_response, "__self__", None), "force_close", None)
            if hang_up:
                hang_up()
        return start_response(status, headers, *more)

    return start

"""What the server writes down: one line of JSON for each thing that happened, and nothing that anybody said.

A sentence of our own stands there whole, with the fields that were given as `extra={"fields": {…}}`. Of a library's
sentence only the part that is the same every time, and of an error its kind and the places in the code that it went
through: messages quote what people typed. gunicorn takes its loggers from here: `-c python:minplan.logs`.
"""

import json
import logging
import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TextIO

OURS = "minplan"


class Lines(logging.Formatter):
    """A record as one line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": _said(record),
            **getattr(record, "fields", {}),
        }
        if record.exc_info and record.exc_info[1]:
            line["errors"] = [_error(each) for each in _chain(record.exc_info[1])]
        return json.dumps(line, ensure_ascii=False)


class Stderr(logging.StreamHandler[TextIO]):
    """Writes lines to what is standard error at that moment."""

    def __init__(self) -> None:
        super().__init__(sys.stderr)
        self.setFormatter(Lines())

    def emit(self, record: logging.LogRecord) -> None:
        self.stream = sys.stderr
        super().emit(record)


def install(level: str) -> None:
    """Let everything that this process logs be such lines; our own from this level on: info, warning, error."""
    root = logging.getLogger()
    if not any(isinstance(handler, Stderr) for handler in root.handlers):
        root.addHandler(Stderr())
    logging.getLogger(OURS).setLevel(level.upper())


def _said(record: logging.LogRecord) -> str:
    """A finished sentence of a library may quote anything, so of it only the place is told."""
    place = f"{record.module}:{record.lineno}:{record.funcName}"
    if record.name.partition(".")[0] == OURS or record.args:
        return str(record.msg)
    return place


def _chain(error: BaseException) -> list[BaseException]:
    """The error, and what it came of."""
    found: list[BaseException] = []
    at: BaseException | None = error
    while at is not None and at not in found:
        found.append(at)
        at = at.__cause__ or at.__context__
    return found


def _error(error: BaseException) -> dict[str, Any]:
    frames = traceback.extract_tb(error.__traceback__)
    return {"type": type(error).__qualname__, "at": [_place(frame) for frame in frames]}


def _place(frame: traceback.FrameSummary) -> str:
    return f"{'/'.join(Path(frame.filename).parts[-2:])}:{frame.lineno}:{frame.name}"


logconfig_dict = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"lines": {"()": Stderr}},
    "root": {"level": "WARNING", "handlers": ["lines"]},
    "loggers": {
        "gunicorn.error": {"handlers": ["lines"], "propagate": False},
        "gunicorn.access": {"handlers": [], "propagate": False},
    },
}

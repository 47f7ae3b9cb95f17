"""A line in the log: our own words whole, of others' only what is the same every time."""

import json
import logging
import sys

from minplan.logs import Lines

SECRET = "Karin 010190-1234"


def line(name: str, message: str, *args: object, error: Exception | None = None, **fields: object) -> dict[str, object]:
    info = (type(error), error, error.__traceback__) if error else None
    record = logging.LogRecord(name, logging.ERROR, __file__, 7, message, args, info, "here")
    record.fields = fields
    found: dict[str, object] = json.loads(Lines().format(record))
    return found


def broken() -> Exception:
    try:
        try:
            int(SECRET)
        except ValueError as error:
            raise RuntimeError(SECRET) from error
    except RuntimeError as error:
        return error
    raise AssertionError


def test_our_own_sentence_stands_there_with_its_fields() -> None:
    found = line("minplan.requests", "request", status=200)
    assert (found["message"], found["level"], found["status"]) == ("request", "error", 200)
    assert str(found["time"]).endswith("+00:00")


def test_of_a_librarys_sentence_what_changes_is_left_out() -> None:
    assert line("gunicorn.error", "Error handling request %s", SECRET)["message"] == "Error handling request %s"
    assert SECRET not in str(line("gunicorn.error", f"Invalid request: {SECRET}"))


def test_of_an_error_its_kind_and_its_places_are_told_and_never_its_message() -> None:
    found = line("minplan", "unhandled", error=broken())
    assert [each["type"] for each in found["errors"]] == ["RuntimeError", "ValueError"]  # type: ignore[attr-defined]
    assert found["errors"][0]["at"][0].startswith("rules/test_logs.py:")  # type: ignore[index]
    assert SECRET not in str(found)


def test_an_error_that_came_of_itself_ends() -> None:
    error = ValueError(SECRET)
    error.__cause__ = KeyError(SECRET)
    error.__cause__.__cause__ = error
    assert len(line("minplan", "unhandled", error=error)["errors"]) == 2  # type: ignore[arg-type]
    assert sys.exc_info() == (None, None, None)

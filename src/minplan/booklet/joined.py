"""Rule: what stands on one line of paper though it was said apart, such as how a step stands and by which day."""

from collections.abc import Sequence
from typing import Any

from minplan.booklet.lines import Text

BETWEEN = " · "


def joined(given: dict[str, Any], few: bool) -> dict[str, Any]:
    """What was laid, with a line `below` the words of every step and agreement, and one in the `second` language.

    With `few` words, a step says how it stands where nobody has to do anything, and never why.
    """
    shared = given["labels"]["shared"]
    halves = {
        side: given[side]
        and [deal | _below((deal["when"], shared if deal["shared"] else None)) for deal in given[side]]
        for side in ("mine", "theirs")
    }
    way = given["way"] and given["way"] | {"stops": [_stop(stop, few) for stop in given["way"]["stops"]]}
    return given | halves | {"way": way}


def _stop(stop: dict[str, Any], few: bool) -> dict[str, Any]:
    status = None if few and (stop["here"] or stop["turn"]) else stop["status"]
    return stop | _below((status, stop["when"]), stop["turn"]) | ({"why": None} if few else {})


def _below(parts: Sequence[Text | None], last: Text | None = None) -> dict[str, Text | None]:
    """The parts as one text; the second language is that of them and of what is said `last`, in a line of its own."""
    said = [part for part in parts if part]
    second = [each["b"] for each in (*said, last) if each and each["b"]]
    return {"below": _line(said), "second": _line(second, "\u2066", "\u2069")}


def _line(said: Sequence[Text], before: str = "", after: str = "") -> Text | None:
    text = BETWEEN.join(each["t"] for each in said)
    return {"t": f"{before}{text}{after}", "l": said[0]["l"], "b": None} if said else None

"""Rule: which rights may be shown, and how. What nobody is sure of is not shown, and what may have changed asks."""

from datetime import date, timedelta
from typing import Literal

from minplan.content.right import Right

# `whole` with its date, `with_care` with "ask whether it still holds" and without one, `ask` only "ask the
# municipality", `withheld` not at all.
Standing = Literal["whole", "with_care", "ask", "withheld"]

# So long after somebody last read the source, a record is no longer good enough to be shown.
KEPT_GOOD = timedelta(days=365)
KEPT_GOOD_STABLE = timedelta(days=730)  # of general rules that no reform is known to touch
_READ_BEFORE_THE_REFORM = ("before_reform", "old", "bill")


def standing(right: Right, today: date, reviewed: date | None = None, signed_only: bool = False) -> Standing:
    """How a record stands on a day. `reviewed` is when a named person signed what it says now, None for never.

    With `signed_only` (in production) nothing is shown that nobody has signed.
    """
    if right.certainty == "unsure" or (right.valid_from and today < right.valid_from):
        return "withheld"
    if reviewed is None and (signed_only or right.certainty != "confirmed"):
        return "withheld"
    if _is_over(right, today, reviewed):
        return "ask"
    return "with_care" if reviewed is None and right.source in _READ_BEFORE_THE_REFORM else "whole"


def good_until(right: Right, reviewed: date | None = None) -> date:
    """The last day on which the record is shown without being read anew.

    Its time runs from the signature, and where there is none from the day on which the source was read.
    """
    long = KEPT_GOOD_STABLE if right.source == "stable" else KEPT_GOOD
    ends = [_moved(reviewed or right.researched, long)]
    ends += [right.valid_to] if right.valid_to else []
    if right.expected_change and (reviewed is None or reviewed < right.expected_change):
        ends.append(_moved(right.expected_change, -timedelta(days=1)))
    return min(ends)


def _moved(day: date, by: timedelta) -> date:
    """So many days on or back, and at the end of all days that day: no date takes a page down."""
    return date.fromordinal(min(max(day.toordinal() + by.days, date.min.toordinal()), date.max.toordinal()))


def _is_over(right: Right, today: date, reviewed: date | None) -> bool:
    return good_until(right, reviewed) < today

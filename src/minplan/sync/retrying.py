"""Rule: when a receiver that did not take an event is asked again."""

import re
from datetime import datetime
from email.utils import parsedate_to_datetime

_MINUTE, _HOUR = 60, 3600
# Seconds before each further try; together about three days.
WAITS = (5, 5 * _MINUTE, 30 * _MINUTE, *(hours * _HOUR for hours in (2, 5, 10, 14, 20, 24)))
LONGEST_ASKED = _HOUR
_SPREAD = 0.2  # so that many that failed together do not come back together


def wait(attempts: int, random: float, asked: float = 0) -> float | None:
    """Seconds to wait after so many tries that failed; None gives up. `random` is from 0 to 1, `asked` what the
    receiver would like, of which an hour is respected."""
    if attempts > len(WAITS):
        return None
    usual = WAITS[attempts - 1] * (1 + _SPREAD * (2 * random - 1))
    return max(usual, min(asked, LONGEST_ASKED))


def asked(retry_after: str | None, now: datetime) -> float:
    """The seconds that a `Retry-After` says, or until the moment that it says; 0 for none or nonsense."""
    if not retry_after:
        return 0
    if re.fullmatch(r"[0-9]{1,9}", retry_after):
        return int(retry_after)
    try:
        moment = parsedate_to_datetime(retry_after)
        return max((moment - now).total_seconds(), 0) if moment.tzinfo else 0
    except (ValueError, OverflowError, TypeError):
        return 0

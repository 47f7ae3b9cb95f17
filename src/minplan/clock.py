"""The one place where time comes from. `MINPLAN_NOW` sets where the clock starts; from there it runs on."""

import os
import time
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
MORNING = 9

_shift: timedelta | None = None


def now() -> datetime:
    """The present moment, aware, in UTC."""
    if _shift is None:
        start(parse(os.environ.get("MINPLAN_NOW", "")))
    return datetime.fromtimestamp(time.time(), UTC) + (_shift or timedelta())


def outside() -> datetime:
    """The real moment, wherever this clock was started: for whoever compares it with a clock of their own."""
    return datetime.now(UTC)


def today() -> date:
    """The date on a Danish wall calendar, which is not the server's when it stands elsewhere or midnight is near."""
    return local(now()).date()


def local(moment: datetime) -> datetime:
    """The same moment as a Danish clock shows it."""
    return moment.astimezone(COPENHAGEN)


def start(moment: datetime | None) -> None:
    """Let the clock run on from `moment`; None = the real time."""
    global _shift
    _shift = moment - datetime.now(UTC) if moment else timedelta()


def parse(text: str) -> datetime | None:
    """Read MINPLAN_NOW: a date is that morning in Denmark, a time without zone is Danish. Raises ValueError."""
    if not text:
        return None
    moment = datetime.fromisoformat(text)
    if "T" not in text and " " not in text:
        moment = moment.replace(hour=MORNING)
    return moment if moment.tzinfo else moment.replace(tzinfo=COPENHAGEN)

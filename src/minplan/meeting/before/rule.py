"""Rule: which times can be proposed, what may be needed without asking, and where a need is met by the place."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta

from minplan.errors import Invalid
from minplan.meeting.before.commands import MINUTES

MOST = 3  # times to choose among
_YEAR = timedelta(days=366)
# When somebody is at their best: told to whoever proposes times.
RHYTHM = ("morning", "midday", "afternoon")
# Nobody has to ask whether they may bring somebody (forvaltningsloven § 8), or be what they are.
GRANTED = frozenset({"companion", *RHYTHM})
# A need that is met by meeting in that way.
PLACES = {"phone": "phone", "outdoors": "walk", "home": "home", "library": "library"}
LAW = "law"


def times(rows: Sequence[datetime | None], now: datetime) -> list[datetime]:
    """The times that were named, the earliest first, in UTC: an hour that is added to them is an hour.

    Raises Invalid by the form's rows, `on1` and so on.
    """
    named = [(f"on{number}", at) for number, at in enumerate(rows, 1) if at]
    faults = {name: code for name, at in named if (code := _fault(at, now))}
    if not named:
        faults["on1"] = "required"
    if len(rows) > MOST:
        faults[f"on{MOST + 1}"] = "unknown"
    if faults:
        raise Invalid(faults)
    return sorted({at.astimezone(UTC) for _, at in named})


def _fault(at: datetime, now: datetime) -> str | None:
    if at <= now:
        return "past"
    return "too_far" if at > now + _YEAR else None


def check_kind(kind: str, by_citizen: bool) -> None:
    """What the law asks for, the municipality says. Raises Invalid."""
    if by_citizen and kind == LAW:
        raise Invalid({"kind": "unknown"})


def longer(minutes: int) -> int:
    """How long a meeting is for somebody who needs more time."""
    return next((more for more in MINUTES if more > minutes), minutes)


def check_needs(kinds: Iterable[str], has_words: bool, language: str | None) -> None:
    """Something else is told in words, and an interpreter speaks a language. Raises Invalid."""
    if "other" in kinds and not has_words:
        raise Invalid({"text": "required"})
    if "interpreter" in kinds and not language:
        raise Invalid({"language": "required"})


def asked(language: str | None, text: str | None) -> str:
    """What somebody asks for, in one line that a form can carry and that another wish can be told from."""
    return " ".join(f"{language or ''}|{text or ''}".split())


def check_answer(met: bool, has_words: bool) -> None:
    """A no says why. Raises Invalid."""
    if not met and not has_words:
        raise Invalid({"text": "required"})

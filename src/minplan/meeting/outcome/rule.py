"""Rule: to what somebody has said yes, whose yes counts, what it turns into steps, and what is still open."""

from collections.abc import Collection, Iterable
from hashlib import sha256
from typing import Any
from uuid import UUID

from minplan.errors import Invalid

COUNTS = ("own", "handed", "paper")  # a device that joined by a code says yes for nobody: that yes waits
_SAID = ("id", "kind", "law", "what_id", "why_id", "ball", "ball_name", "when_on")


def digest(agreements: Iterable[Any], expectations: Iterable[Any] = ()) -> str:
    """A short mark of exactly what stands there: another one once anything of it is changed, added or taken off."""
    said = [[str(getattr(row, name)) for name in _SAID] for row in agreements]
    said += [[str(row.id), row.side, str(row.text_id)] for row in expectations]
    return sha256(repr(sorted(said)).encode()).hexdigest()[:16]


def about(row: Any) -> frozenset[UUID]:
    """The agreements that a workplace or a supplier was shown."""
    return frozenset(UUID(each) for each in row.about.split(",")) if row.about else frozenset()


def stands(row: Any, agreements: Collection[Any], expectations: Collection[Any]) -> bool:
    """Whether somebody said it about what stands there now, and not about other words."""
    shown = about(row)
    if shown:
        return bool(row.digest == digest(each for each in agreements if each.id in shown))
    return bool(row.digest == digest(agreements, expectations))


def voice(said: Iterable[Any], side: str) -> bool | None:
    """What a side says of what stands there, of these confirmations: yes, no, or nothing yet that counts.

    Of several professionals one yes is the municipality's.
    """
    theirs = [row.says == "agree" for row in said if row.side == side and row.how in COUNTS]
    return any(theirs) if theirs else None


def becomes_step(agreement: Any, citizen: bool | None, municipality: bool | None, closing: bool) -> bool:
    """Whether an agreement goes onto the way, where this is what the two sides say.

    What the law asks goes home with everybody, whatever was said. What both agree needs the municipality's voice, too:
    it has it where the municipality wrote it last, and says nothing else.
    """
    if agreement.kind == "law":
        return closing or citizen is True
    theirs = agreement.by_side == "municipality" if municipality is None else municipality
    return citizen is True and (agreement.kind == "own" or theirs)


def check_kind(kind: str, law: str | None, ball: str, by_citizen: bool) -> None:
    """What the law asks names the law, lies between the two sides, and is said by a professional. Raises Invalid."""
    if kind not in ("own", "agreed", "law"):
        raise Invalid({"kind": "unknown"})
    if kind == "law" and by_citizen:
        raise Invalid({"kind": "law_stands"})
    if kind == "law" and not law:
        raise Invalid({"law": "required"})
    if kind == "law" and ball == "other":
        raise Invalid({"ball": "law_stands"})


def check_how(side: str, how: str, by_citizen: bool) -> None:
    """The citizen says yes for themselves; on a professional's screen everybody else can, too. Raises Invalid."""
    own = ("own", "joined") if by_citizen else ("own",)
    whose = "citizen" if by_citizen else "municipality"
    others = not by_citizen and how in ("handed", "paper") and side != "municipality"
    if not others and not (side == whose and how in own):
        raise Invalid({"how": "unknown"})

"""Rule: to what somebody has said yes, whose yes counts, what it turns into steps, and what is still open."""

from collections.abc import Collection, Iterable
from datetime import date, timedelta
from hashlib import sha256
from typing import Any
from uuid import UUID

from minplan.errors import Invalid

COUNTS = ("own", "handed", "paper")  # a device that joined by a code says yes for nobody: that yes waits
GUESTS = ("workplace", "supplier")
_NONE = "none"
_SAID = ("id", "kind", "law", "what_id", "why_id", "ball", "ball_name", "when_on", "milestone_id")
MOST = 40  # lines of a kind that one meeting holds: more than anybody can keep in mind afterwards
A_YEAR = timedelta(days=366)  # beyond it nobody of the municipality promises a day


def digest(agreements: Iterable[Any], expectations: Iterable[Any] = ()) -> str:
    """A short mark of exactly what stands there: another one once anything of it is changed, added or taken off."""
    said = [[str(getattr(row, name)) for name in _SAID] for row in agreements]
    said += [[str(row.id), row.side, str(row.text_id)] for row in expectations]
    return sha256(repr(sorted(said)).encode()).hexdigest()[:16]


def named(shown: Iterable[UUID]) -> str:
    """How a confirmation keeps the agreements that it covers, where that is not everything: "none" for none."""
    return ",".join(sorted(str(each) for each in set(shown))) or _NONE


def about(row: Any) -> frozenset[UUID]:
    """The agreements that a workplace or a supplier was shown."""
    return frozenset(UUID(each) for each in row.about.split(",")) if row.about and row.side in GUESTS else frozenset()


def covers(row: Any, agreement: UUID) -> bool:
    """Whether whoever said it had this agreement before their eyes."""
    return not row.about or str(agreement) in row.about


def stands(row: Any, agreements: Collection[Any], expectations: Collection[Any]) -> bool:
    """Whether somebody said it about what stands there now, and not about other words."""
    seen = [each for each in agreements if covers(row, each.id)]
    return bool(row.digest == digest(seen, () if row.side in GUESTS else expectations))


def voice(said: Iterable[Any], side: str, contacts: Collection[UUID] = ()) -> bool | None:
    """What a side says, of confirmations that stand and cover an agreement: yes, no, or nothing yet that counts.

    Of a person's own words the last one counts. Of several professionals the contact's word is the municipality's;
    where the contact has said nothing of it, one yes is.
    """
    theirs = [row for row in said if row.side == side and row.how in COUNTS]
    if not theirs:
        return None
    if side == "citizen":
        return bool(max(theirs, key=lambda row: row.at).says == "agree")
    of_contact = [row for row in theirs if row.person_id in contacts]
    return any(row.says == "agree" for row in of_contact or theirs)


def step_mark(step: dict[str, Any]) -> str:
    """A short mark of what a step says."""
    return sha256(repr(sorted(step.items())).encode()).hexdigest()[:16]


def is_outrun(agreement: Any, step: dict[str, Any]) -> bool:
    """Whether its step says something newer than what was laid down, and the agreement something else again."""
    return not agreement.sealed and step_mark(step) != agreement.laid


def becomes_step(
    agreement: Any,
    citizen: bool | None,
    municipality: bool | None,
    closing: bool,
    step: dict[str, Any] | None = None,
) -> bool:
    """Whether an agreement goes onto the way, where this is what the two sides say.

    What the law asks goes home with everybody, whatever was said. What both agree, and what the municipality is to do,
    needs the municipality's voice, too: it has it where the municipality wrote it last, and says nothing else. A `step`
    that it changes is nobody's to make less binding: it takes the voices of what that was as well.
    """
    kinds, balls = {agreement.kind}, {agreement.ball}
    if step:
        kinds, balls = kinds | {step["kind"]}, balls | {step["ball"]}
    if kinds == {"law"}:
        return closing or citizen is True
    theirs = agreement.by_side == "municipality" if municipality is None else municipality
    alone = kinds == {"own"} and balls.isdisjoint(("municipality", "both"))
    return citizen is True and (alone or theirs)


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


def check_promise(ball: str, day: date | None, today: date) -> None:
    """What the municipality promises lies within a year. Raises Invalid."""
    if ball == "municipality" and day and day > today + A_YEAR:
        raise Invalid({"on": "too_far"})


def check_room(lines: Collection[Any]) -> None:
    """One more line can be kept in mind. Raises Invalid."""
    if len(lines) >= MOST:
        raise Invalid({"text": "enough"})


def check_how(side: str, how: str, by_citizen: bool) -> None:
    """The citizen says yes for themselves; on a professional's screen everybody else can, too. Raises Invalid."""
    own = ("own", "joined") if by_citizen else ("own",)
    whose = "citizen" if by_citizen else "municipality"
    others = not by_citizen and how in ("handed", "paper") and side != "municipality"
    if not others and not (side == whose and how in own):
        raise Invalid({"how": "unknown"})

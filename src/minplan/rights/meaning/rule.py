"""Rule: who decides about a step, and that nobody reads of a decision before somebody has called."""

from datetime import date
from typing import NamedTuple

from minplan.errors import Invalid
from minplan.rights.meaning.commands import Beside, NewDecision


class Deciding(NamedTuple):
    """Who decides: `you`, `both`, `law` or `decision`. `proposed`: nothing holds before the citizen has answered.

    `other` says that somebody outside has the ball, and decides about their own answer.
    """

    who: str
    proposed: bool
    other: bool

    @property
    def is_choice(self) -> bool:
        """Whether the citizen can say no to the step itself."""
        return self.who in ("you", "both")


def deciding(kind: str, state: str, holder: str | None, decided: bool) -> Deciding:
    """Who decides about a step of this kind and state, whose ball `holder` has.

    `decided`: a decision lies below it. What was agreed stays agreed, and before it is decided nothing is.
    """
    who = {"own": "you", "agreed": "both"}.get(kind, "decision" if decided else "law")
    return Deciding(who, state == "suggested", holder == "other")


def check_decision(command: NewDecision, kind: str, today: date) -> None:
    """A call is over before the decision is made, and both before it is written down. Raises Invalid.

    Only what the law asks for rests on a decision: one form turns no agreement into something without a choice.
    """
    if kind != "law":
        raise Invalid({"what": "own_step" if kind == "own" else "agreed_step"})
    if command.called > today:
        raise Invalid({"called": "not_yet"})
    if command.decided and command.decided > today:
        raise Invalid({"decided": "not_yet"})
    if command.decided and command.decided < command.called:
        raise Invalid({"called": "call_first"})


def check_rests(beside: Beside, kind: str, today: date) -> None:
    """Of what the law asks it is said whether it rests on a decision, and only of that. Raises Invalid."""
    if kind != "law":
        if beside.decision or beside.no_decision:
            raise Invalid({"rests": "only_law"})
    elif beside.decision:
        check_decision(beside.decision, kind, today)
    elif not beside.no_decision:
        raise Invalid({"rests": "required"})


def check_received(day: date, decided: date | None, today: date) -> None:
    """A letter has come, and not before what it tells of. Raises Invalid."""
    if decided is None:
        raise Invalid({"received": "not_decided"})
    if day > today:
        raise Invalid({"received": "not_yet"})
    if day < decided:
        raise Invalid({"received": "before_decision"})

"""Rule: who decides about a step, and what there is to choose."""

from typing import NamedTuple


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


def deciding(kind: str, state: str, holder: str | None, rests_on_decision: bool) -> Deciding:
    """Who decides about a step of this kind and state, whose ball `holder` has."""
    who = "decision" if rests_on_decision else {"own": "you", "agreed": "both"}.get(kind, "law")
    return Deciding(who, state == "suggested", holder == "other")

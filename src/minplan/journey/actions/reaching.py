"""What has to hold of whoever gets the ball, or is asked: they see the step, and what the law asks stays in reach."""

from uuid import UUID

from minplan.access import Change
from minplan.errors import Invalid
from minplan.journey.commands import Ball
from minplan.journey.step import Step
from minplan.journey.store import load


def seen_step(change: Change, step: UUID) -> Step:
    """The step of which another room keeps something. Raises NotFound for one that the person does not see."""
    return load.step(change, step)


def asked_about(change: Change, step: UUID) -> Step:
    """The step that somebody asks about. Raises NotFound, and Invalid where the contact does not see it."""
    row = load.step(change, step)
    must_see(change, row)
    return row


def must_see(change: Change, row: Step) -> None:
    """Raise Invalid for a citizen's question about a step that is hidden from the contact."""
    change.must_reach_contact(row.kind, row.track_names)


def must_be_theirs_to_have(change: Change, row: Step, ball: Ball) -> None:
    """Raise Invalid where `ball` would lie with somebody who does not see the step, or out of the law's reach."""
    must_stay_in_reach(row.kind, ball)
    if ball.holder == "municipality" and row.ball != "municipality":
        must_see(change, row)


def must_stay_in_reach(kind: str, ball: Ball) -> None:
    """Raise Invalid for what the law asks, with its ball outside: nobody could answer for it."""
    if kind == "law" and ball.holder == "other":
        raise Invalid({"ball": "law_stands"})

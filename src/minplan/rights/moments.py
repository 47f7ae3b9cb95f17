"""Which moment a citizen is in, for what they read first: before a meeting, while they wait, or on a step."""

from datetime import date, timedelta

from minplan import content, dialogue, meeting
from minplan.access import View
from minplan.journey import StepView
from minplan.words import Words

SOON = timedelta(days=14)


def moment_of(view: View, today: date) -> str:
    """The moment of a plan on a day. A meeting within two weeks is nearest; then what somebody waits for."""
    coming = meeting.coming(view)
    if coming and coming.starts.date() <= today + SOON:
        return "invitation" if coming.state == "offered" else "before_meeting"
    return "waiting" if dialogue.open_threads(view) else "anytime"


def moment_of_step(step: StepView, decided: bool, *said: Words | None) -> str | None:
    """The moment of a step; None where there is nothing left to know. `decided`: it rests on a decision.

    `said` is what else the municipality says about it. A word of a sanction comes before what kind of step it is.
    """
    if step.state in ("done", "declined", "detour"):
        return None
    if decided:
        return "decision"
    if any(_tells_of_sanction(words) for words in (step.title, step.why, *said)):
        return "sanction"
    if step.ball and step.ball.holder == "municipality" and step.state != "suggested":
        return "waiting"
    return "offer" if step.kind == "law" or step.state == "suggested" else "plan"


def _tells_of_sanction(words: Words | None) -> bool:
    return bool(words and words.text and content.tells_of_sanction(words.text, words.lang or ""))

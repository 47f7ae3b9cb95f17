"""Which moment a citizen is in, for what they read first: before a meeting, while they wait, or on a step."""

from datetime import date, timedelta

from minplan import content, dialogue, meeting
from minplan.access import View
from minplan.journey import StepView
from minplan.rights.meaning.views import DecisionView
from minplan.words import Words

SOON = timedelta(days=14)


def moment_of(view: View, today: date) -> str:
    """The moment of a plan on a day. A meeting within two weeks is nearest; then what somebody waits for."""
    coming = meeting.coming(view)
    if coming and coming.starts.date() <= today + SOON:
        return "invitation" if coming.state == "offered" else "before_meeting"
    return "waiting" if dialogue.open_threads(view) else "anytime"


def moment_of_step(step: StepView, decision: DecisionView | None, today: date, *said: Words | None) -> str | None:
    """The moment of a step on a day; None where there is nothing left to know. `decision` is what it rests on.

    Before it is made somebody can still be heard; made, it is near as long as one can complain, whatever became of the
    step. `said` is what else the municipality says. A word of a sanction comes before what kind of step it is.
    """
    behind = step.state in ("done", "declined", "detour")
    if decision and decision.decided and (not behind or (decision.until and decision.until >= today)):
        return "decision"
    if behind:
        return None
    if decision:
        return "hearing"
    if any(_tells_of_sanction(words) for words in (step.title, step.why, *said)):
        return "sanction"
    if step.ball and step.ball.holder == "municipality" and step.state != "suggested":
        return "waiting"
    return "offer" if step.kind == "law" or step.state == "suggested" else "plan"


def _tells_of_sanction(words: Words | None) -> bool:
    return bool(words and words.text and content.tells_of_sanction(words.text, words.lang or ""))

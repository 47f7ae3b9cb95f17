"""Which moment a citizen is in, for what they read first: before a meeting, while they wait, or on a step."""

from datetime import date, timedelta

from minplan import content, dialogue, meeting
from minplan.access import View
from minplan.dialogue import ThreadView
from minplan.journey import StepView
from minplan.rights.meaning.views import DecisionView
from minplan.words import Words

SOON = timedelta(days=14)
UNTOLD = timedelta(weeks=8)  # a decision is near for so long, where nobody has said when its letter came
_BEHIND = ("done", "declined", "detour")


def moment_of(view: View, today: date) -> str:
    """The moment of a plan on a day. A meeting within two weeks is nearest; then what somebody waits for."""
    coming = meeting.coming(view)
    if coming and coming.starts.date() <= today + SOON:
        return "invitation" if coming.state == "offered" else "before_meeting"
    return "waiting" if dialogue.open_threads(view) else "anytime"


def moment_of_step(step: StepView, decision: DecisionView | None, today: date, *said: Words | None) -> str | None:
    """The moment of a step on a day; None where there is nothing left to know. `decision` is what it rests on.

    A decision is near as long as one can complain, whatever became of the step; before it is made somebody can still
    be heard. `said` is what else the municipality says: a threat comes before what kind of step it is.
    """
    behind = step.state in _BEHIND
    if decision and decision.decided and _is_near(decision, decision.decided, today, behind):
        return "decision"
    if behind:
        return None
    if is_threat(step.title, step.why, *said):
        return "sanction"
    return "hearing" if decision and not decision.decided else _moment_of_kind(step)


def moment_of_thread(thread: ThreadView) -> str | None:
    """The moment of a call, by what the municipality has written in it; None where nobody waits any more."""
    if is_threat(*(message.words for message in thread.messages if not message.from_citizen)):
        return "sanction"
    return "waiting" if thread.state == "open" else None


def unless_threat(moment: str, *said: Words | None) -> str:
    """This moment, or the one of a sanction where these words tell of one."""
    return "sanction" if is_threat(*said) else moment


def is_threat(*said: Words | None) -> bool:
    """Whether one of these says that somebody's money may get less or stop."""
    return any(words and words.text and content.tells_of_sanction(words.text, words.lang or "") for words in said)


def _is_near(decision: DecisionView, decided: date, today: date, behind: bool) -> bool:
    """Whether one can still complain. While nobody has said when the letter came, the day has not begun to run."""
    if decision.until:
        return decision.until >= today
    return not behind or today <= decided + UNTOLD


def _moment_of_kind(step: StepView) -> str:
    """The moment by what kind of step it is, and by whose turn it is."""
    holder, suggested = step.ball.holder if step.ball else None, step.state == "suggested"
    if step.state == "waiting" and holder == "other":
        return "anytime"  # another authority answers: how soon the municipality does says nothing about it
    if step.state == "waiting" or (holder == "municipality" and not suggested):
        return "waiting"
    if step.kind == "law" and content.is_talk(_text(step.title)):
        return "before_meeting" if step.when_on or step.when_at else "invitation"
    return "offer" if step.kind == "law" or suggested else "plan"


def _text(words: Words) -> str:
    phrase = content.phrases().get(words.phrase or "")
    return phrase.text if phrase else words.text or ""

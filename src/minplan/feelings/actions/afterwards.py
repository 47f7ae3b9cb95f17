"""Verbs: a citizen answers three questions after a meeting, for themselves; and shows it, when they want."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from minplan import access, clock, meeting as meetings
from minplan.access import View
from minplan.errors import Conflict, Invalid, NotFound
from minplan.feelings import own
from minplan.feelings.actions.letting_go import let_go
from minplan.feelings.actions.showing import show
from minplan.feelings.actions.standing import hide, standing
from minplan.feelings.pulse import QUESTIONS, SIZES, Pulse, asked_about, pulse_of
from minplan.feelings.shown import shown
from minplan.journey import Outcome
from minplan.words import NewText

KIND = "pulse"


def pulses(by: UUID) -> list[Pulse]:
    """All that this citizen has kept after meetings, the newest first. Raises Locked."""
    with own.reading(by) as mine:
        there = standing(mine)
        return [pulse_of(each.id, each.content, each.at, there.get(each.id)) for each in mine.every(KIND)]


def asked_after(by: UUID, closed: Iterable[tuple[date, UUID]]) -> UUID | None:
    """The meeting about which this citizen is asked today, of those that are over. Raises Locked."""
    return asked_about(clock.today(), closed, [each.at.date() for each in pulses(by)])


def answer_after(by: UUID, meeting: UUID, answers: Mapping[str, int]) -> UUID:
    """Keep the answers to the three questions, in the place of earlier ones; none at all is an answer too.

    Other answers than those that are shown are shown to nobody. Raises NotFound, or Invalid by question.
    """
    wrong = {name: "unknown" for name, size in answers.items() if name not in QUESTIONS or size not in SIZES}
    if wrong:
        raise Invalid(wrong)
    _check(by, meeting)
    before = _kept(by, meeting, words=False)
    if before and before.answers == answers:
        return before.id
    return _keep(by, before, f"{meeting}", {"meeting": str(meeting), "answers": dict(answers)})


def pass_over(by: UUID, meeting: UUID) -> bool:
    """Remember that this citizen was asked and would rather not say; False where they have answered before."""
    if any(each.meeting == meeting for each in pulses(by)):
        return False
    answer_after(by, meeting, {})
    return True


def say_after(by: UUID, meeting: UUID, seen: str, said: NewText | None) -> UUID | None:
    """Keep what should have been done otherwise, or let go of it; the id of what stands then.

    `seen` is what stood in the field when the person began. Raises NotFound, and Conflict where it is another by now.
    """
    _check(by, meeting)
    before = _kept(by, meeting, words=True)
    there = (before.words.text or "") if before and before.words else ""
    if there == ((said.text or "") if said else ""):
        return before.id if before else None
    if seen != there:
        raise Conflict("otherwise", mine=said.as_words() if said else None, theirs=before.words if before else None)
    if said is None:
        if before:
            let_pulse_go(by, before.id)
        return None
    content: dict[str, Any] = {"meeting": str(meeting), "words": said.model_dump(exclude_defaults=True)}
    return _keep(by, before, f"{meeting}:otherwise", content)


def show_pulse(by: UUID, pulse: UUID) -> Outcome:
    """Whoever works with the plan can read it from now on. Raises NotFound."""
    with own.reading(by) as mine:
        plan = mine.plan
    return show(by, plan, KIND, pulse)


def hide_pulse(by: UUID, pulse: UUID) -> Outcome:
    """Nobody else can read it any more. Raises NotFound."""
    with own.reading(by) as mine:
        mine.check(KIND, pulse)
    return hide(by, pulse)


def let_pulse_go(by: UUID, pulse: UUID) -> None:
    """Delete it. Raises NotFound."""
    let_go(by, KIND, pulse)


def shown_after(view: View, meeting: UUID) -> list[Pulse]:
    """What the viewer, who works with the plan, is shown about this meeting; what nobody can open is left out."""
    found = [pulse_of(each.keepsake_id, each.content, each.at) for each in shown(view, KIND) if each.content]
    return [each for each in found if each.meeting == meeting and not each.is_blank]


def _check(by: UUID, meeting: UUID) -> None:
    with access.view(by) as view:
        if meetings.one(view, meeting).state != "closed":
            raise NotFound


def _kept(by: UUID, meeting: UUID, words: bool) -> Pulse | None:
    return next((each for each in pulses(by) if each.meeting == meeting and bool(each.words) == words), None)


def _keep(by: UUID, before: Pulse | None, slot: str, content: dict[str, Any]) -> UUID:
    if before:
        hide(by, before.id)
    with own.writing(by) as mine:
        return mine.keep(KIND, content, slot=slot)

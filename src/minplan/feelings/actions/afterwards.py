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
from minplan.feelings.actions.standing import hide, show_to_team, standing
from minplan.feelings.agreeing import print_of
from minplan.feelings.pulse import QUESTIONS, SIZES, Pulse, asked_about, pulse_of
from minplan.feelings.shown import shown
from minplan.words import NewText

KIND = "pulse"


def pulses(by: UUID) -> list[Pulse]:
    """All that this citizen has kept after meetings, the newest first. Raises Locked."""
    with own.reading(by) as mine:
        every = mine.every(KIND)
        there = standing(mine, every)
        return [pulse_of(each.id, each.content, each.at, there.get(each.id)) for each in every]


def asked_after(by: UUID, closed: Iterable[tuple[date, UUID]]) -> UUID | None:
    """The meeting about which this citizen is asked today, of those that are over. Raises Locked."""
    return asked_about(clock.today(), closed, [each.at.date() for each in pulses(by)])


def answer_after(by: UUID, meeting: UUID, answers: Mapping[str, int], seen: str | None = None) -> UUID:
    """Keep the answers to the three questions, in the place of earlier ones; none at all is an answer too.

    Other answers than those that are shown are shown to nobody. Raises NotFound, Invalid by question, and Conflict
    where a form says what it has `seen` (the mark of a Pulse, empty for none) and something else stands there by now.
    """
    wrong = {name: "unknown" for name, size in answers.items() if name not in QUESTIONS or size not in SIZES}
    if wrong:
        raise Invalid(wrong)
    _check(by, meeting)
    before = _kept(by, meeting, words=False)
    if before and before.answers == answers:
        return before.id
    if seen is not None and seen != (before.seen if before else ""):
        raise Conflict("answers", dict(answers), before and before.answers)
    return _keep(by, f"{meeting}", {"meeting": str(meeting), "answers": dict(answers)})


def pass_over(by: UUID, meeting: UUID) -> bool:
    """Remember that this citizen was asked and would rather not say; False where they have answered before."""
    if any(each.meeting == meeting for each in pulses(by)):
        return False
    answer_after(by, meeting, {})
    return True


def say_after(by: UUID, meeting: UUID, seen: str, said: NewText | None, agreed: str = "") -> UUID | None:
    """Keep what should have been done otherwise, or let go of it; the id of what stands then.

    `seen` is what stood in the field when the person began. With a yes to the wording `agreed` these words are shown to
    whoever works with the plan, without one to nobody. Raises NotFound, and Conflict where something else stands there.
    """
    _check(by, meeting)
    before = _kept(by, meeting, words=True)
    stands, wanted = before and before.words, said.as_words() if said else None
    if wanted != stands and seen != ((stands.text or "") if stands else ""):
        raise Conflict("otherwise", mine=wanted, theirs=stands)
    if said is None:
        if before:
            let_pulse_go(by, before.id)
        return None
    content: dict[str, Any] = {"meeting": str(meeting), "words": said.model_dump(exclude_defaults=True)}
    kept = before.id if before and wanted == stands else _keep(by, f"{meeting}:otherwise", content)
    if agreed:
        show_to_team(by, KIND, kept, print_of(content), agreed)
    else:
        hide(by, [kept])
    return kept


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


def _keep(by: UUID, slot: str, content: dict[str, Any]) -> UUID:
    with own.writing(by) as mine:
        return mine.keep(KIND, content, slot=slot)

"""A citizen who keeps one of everything, each with a word of its own by which it is known wherever it turns up."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from minplan import content, feelings
from minplan.errors import NotFound
from minplan.feelings import own
from minplan.feelings.keepsake import KINDS
from minplan.journey import Outcome

AGREED = "2026-11-22"
NAMED = ("powerless", "curious")  # the feelings of the picture that is kept
SILENT = frozenset({"lift"})  # what holds no word of somebody's own, and is known by its id alone


def word(kind: str, mark: str = "vulkan") -> str:
    """The word by which a keepsake of this kind is known."""
    return f"{mark}-{kind.replace('_', '-')}"


def keep_everything(citizen: UUID, step: UUID, closed: UUID, mark: str = "vulkan") -> dict[str, UUID]:
    """One of every kind: about this step and about this meeting that is over. The ids by kind."""
    told = _told(step, closed, mark)
    assert {*told, "keeping"} == set(KINDS), "say what somebody keeps of a new kind"
    with own.writing(citizen) as mine:
        return {kind: mine.keep(kind, content, slot) for kind, (content, slot) in told.items()}


def show(
    by: UUID,
    plan: UUID,
    kind: str,
    keepsake: UUID,
    at_meeting: UUID | None = None,
    people: Collection[UUID] = (),
    with_note: bool = False,
) -> Outcome:
    """Show it as somebody does who has just read what stands there, and the words of today."""
    wording = feelings.FOR_MEETING if at_meeting else feelings.FOR_TEAM
    seen = print_now(by, kind, keepsake, with_note)
    return feelings.show(by, plan, kind, keepsake, seen, wording, at_meeting, people, with_note)


def show_to_team(by: UUID, kind: str, keepsake: UUID) -> Outcome:
    """The same for whoever works with the plan."""
    return feelings.show_to_team(by, kind, keepsake, print_now(by, kind, keepsake), feelings.FOR_TEAM)


def show_lift(by: UUID, step: UUID) -> Outcome:
    """The same for what they said of this step."""
    found = feelings.lift(by, step)
    return feelings.show_lift(by, step, found.seen if found else "", feelings.FOR_TEAM)


def print_now(by: UUID, kind: str, keepsake: UUID, with_note: bool = False) -> str:
    """The print of what stands there; nothing for whom it is not there."""
    try:
        with own.reading(by) as mine:
            return feelings.print_of(mine.one(kind, keepsake).content, with_note)
    except NotFound:
        return ""


def _told(step: UUID, closed: UUID, mark: str) -> dict[str, tuple[dict[str, Any], str | None]]:
    """What each says, and the slot in which it lies."""
    said = {kind: {"text": word(kind, mark), "lang": "da"} for kind in KINDS}
    heavy = {"shelf": "weighs", "text": word("checkin", mark), "lang": "da", "size": 2}
    picture = {"day": "hard", "sizes": dict(zip(NAMED, (4, 1), strict=True)), "own": [heavy], "note": said["checkin"]}
    answer: dict[str, Any] = {"question": "days", "scenes": [], "words": said["horizon"], "away": False}
    after = {"meeting": str(closed), "words": said["pulse"]}
    return {
        "checkin": (picture | {"agreed": AGREED}, None),
        "worry": ({"picture": None, "words": said["worry"], "taken": []}, None),
        "person": ({"name": word("person", mark), "circle": "close", "phone": ""}, None),
        "for_me": (said["for_me"] | {"phrase": None}, "for_me"),
        "strength": ({"shelf": "work", "words": said["strength"]}, None),
        "horizon": (answer, "days"),
        "pulse": (after, f"{closed}:otherwise"),
        "lift": ({"step": str(step), "answer": "drains"}, str(step)),
    }


def kinds_in(text: str, ids: dict[str, UUID], mark: str = "vulkan") -> set[str]:
    """Which of them this tells of, by word or by id."""
    told = text.lower()
    return {kind for kind, id in ids.items() if word(kind, mark) in told or str(id) in told or id.hex in told}


def feelings_in(text: str) -> set[str]:
    """The words of those feelings in every language, and their ids."""
    spoken = {name: content.feelings()[name].word for name in NAMED}
    return {each for pair in spoken.items() for each in pair if each.lower() in text.lower()}

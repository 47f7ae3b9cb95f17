"""A loose leaf: what came of a meeting that is over. What its page hides from the reader is not on the leaf."""

from typing import Any
from uuid import UUID

from minplan import clock, config, journey, meeting
from minplan.access import View
from minplan.booklet import glyphs, outcome as came, parts
from minplan.booklet.art import drawings
from minplan.booklet.labels import MEETING_LABELS
from minplan.booklet.land import Land, land
from minplan.booklet.laying import plain
from minplan.booklet.making import compiled
from minplan.booklet.minutes import Minutes
from minplan.booklet.page import MM
from minplan.booklet.read import changed_at
from minplan.booklet.tongue import Tongues, own, tongues
from minplan.errors import NotFound
from minplan.meeting import MeetingView


def minutes(view: View, meeting_id: UUID, lang: str, beside: bool = False) -> Minutes:
    """What came of a closed meeting, said to the citizen in `lang`. Raises NotFound for one that is not over.

    A professional from whom something is hidden gets what they see: whether that is a copy to hand out, they ask first.
    """
    found = meeting.one(view, meeting_id)
    if found.state != "closed":
        raise NotFound
    said = tongues(lang, beside, view.plan.citizen_name, clock.today())
    return Minutes(**_around(view, said), **_said_before(view, found, said), **_agreed(view, found, said))


def minutes_leaf(found: Minutes) -> bytes:
    """The leaf as a PDF: one side of A4. What it has no room for is on the screen, and the leaf says so."""
    drawn = glyphs.drawn()
    given = {name: plain(getattr(found, name), name, drawn, found.dir) for name in found.__slots__ if name != "at"}
    given |= {"art": drawings(found.token, ()) | {"land": land(Land(210 * MM, 46 * MM, rtl=found.dir == "rtl"))}}
    return compiled(given, "minutes", round(found.at.timestamp()), template="minutes.typ")


def _around(view: View, said: Tongues) -> dict[str, Any]:
    """What stands at the edges of the leaf."""
    at, coming = changed_at(view), meeting.coming(view)
    day = clock.local(at).date()
    return {
        "lang": said.first.said("").lang,
        "dir": said.first.language.direction,
        "at": at,
        "name": own(view.plan.citizen_name, "und"),
        "labels": {name: said.tell(text) for name, text in MEETING_LABELS.items()},
        "made": said.say(lambda each: each.gettext("Sådan så vejen ud %(day)s.", day=each.day(day))),
        "meeting": parts.gathering(coming, said) if coming else None,
        "contact": parts.contact(view, said),
        "notes": parts.notes(said),
    }


def _said_before(view: View, found: MeetingView, said: Tongues) -> dict[str, Any]:
    """When and where, who was there, and what they talked and wrote about."""
    citizen, shared = view.plan.citizen_name, meeting.notes(view, found.id, None).shared
    reader = citizen if view.viewer.is_citizen else view.viewer.name
    return {
        "when": said.moment(found.opened_at or found.starts),
        "place": own(found.place, "da") if found.place else None,
        "people": tuple(own(name, "und") for name in dict.fromkeys((citizen, *found.people))),
        "talked": came.talked(found, said),
        "written": came.written(shared, reader, said, config.settings().authority),
    }


def _agreed(view: View, found: MeetingView, said: Tongues) -> dict[str, Any]:
    """What came of it, and the step with which everybody went home."""
    authority, way, result = config.settings().authority, journey.way(view), meeting.outcome(view, found.id)
    ended, answer = meeting.ended_with(view, found.id), result.citizen_says
    step = journey.find(way, ended) if ended else None
    name = view.contact.name if view.contact else None
    lacking = came.halves(result.not_agreed, name, said, authority)
    return {
        "token": way.token,
        "step": came.onward(step, said, authority) if step else None,
        "agreed": came.halves(result.agreed, name, said, authority),
        "lacking": lacking,
        "lacks": said.tell(came.lacks(result)),
        "expected": came.expected(result, said),
        "answers": came.answers(result.confirmations, said),
        "sign": bool(lacking) and not (answer and answer.stands and not answer.waits),
    }

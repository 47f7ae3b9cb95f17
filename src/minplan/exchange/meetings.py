"""Rule: meetings as rows, and as parts of a document. A document says of a meeting that it stands, and no more."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

from sqlmodel import SQLModel

from minplan.content import phrases
from minplan.exchange.known import ANYBODY, Known, meant
from minplan.exchange.parts import day, set_only, text
from minplan.exchange.refs import Refs
from minplan.exchange.rows import Builder
from minplan.exchange.shapes import Values
from minplan.meeting import AgendaPoint, Attendance, AttendanceView, Meeting, MeetingView

TEXTS = ("purpose", "decides", "not_today")
LINES = ("place", "door", "link")
USUAL = "talk"
NOT_STANDING = frozenset({"offered", "cancelled", "missed"})


def standing(meetings: tuple[MeetingView, ...]) -> list[MeetingView]:
    """Those that a document can speak of."""
    return [meeting for meeting in meetings if meeting.state not in NOT_STANDING]


def as_part(view: MeetingView, refs: Refs, known: Mapping[str, Known]) -> Values:
    """A meeting with who comes and its agenda."""
    return set_only(
        ref=refs[view.id],
        kind=view.kind if view.kind != USUAL else None,
        starts=day(view.starts),
        minutes=view.minutes,
        mode=view.mode,
        **{name: getattr(view, name) or None for name in LINES},
        **{name: text(getattr(view, name)) for name in TEXTS},
        people=[_said(each, known) for each in view.attendance if each.answer == "coming" and each.name],
        agenda=[{"text": text(point.text), "by": point.by} for point in view.agenda],
    )


def as_rows(builder: Builder) -> Iterator[SQLModel]:
    """Meetings, who comes, and their agenda."""
    for position, meeting in enumerate(builder.document["meetings"]):
        starts = datetime.fromisoformat(meeting["starts"])
        said: Values = {name: meeting.get(name) for name in LINES}
        said |= {f"{name}_id": builder.words(meeting.get(name)) for name in TEXTS}
        row = Meeting(
            id=builder.named(meeting["ref"]),
            plan_id=builder.plan_id,
            kind=meeting.get("kind", USUAL),
            starts=starts,
            ends=starts + timedelta(minutes=meeting["minutes"]),
            mode=meeting["mode"],
            position=position,
            **said | {"place": meeting.get("place", "")},
        )
        yield row
        yield from _people(builder, row, meeting["people"])
        yield from _agenda(builder, row, meeting["agenda"])


def _said(view: AttendanceView, known: Mapping[str, Known]) -> str | Values:
    """The name alone, where it says who is meant."""
    if Known(view.person_id, view.kind, view.role) == known.get(view.name, ANYBODY):
        return view.name
    return set_only(name=view.name, kind=view.kind, role=view.role or None)


def _people(builder: Builder, meeting: Meeting, people: list[str | Values]) -> Iterator[SQLModel]:
    for position, said in enumerate(people):
        name, who = meant(builder.known, said)
        yield Attendance(
            meeting_id=meeting.id, person_id=who.person_id, name=name, role=who.role, kind=who.kind, position=position
        )


def _agenda(builder: Builder, meeting: Meeting, points: list[Values]) -> Iterator[SQLModel]:
    for position, point in enumerate(points):
        phrase = point["text"].get("phrase")
        yield AgendaPoint(
            meeting_id=meeting.id,
            text_id=builder.must(point["text"]),
            by_name=point["by"],
            by_id=builder.who(point["by"]),
            picture=phrase.partition(".")[2] if phrase in phrases("agenda") else None,
            position=position,
        )

"""Verbs: the agenda. Both sides write on it, in own words or by a ready picture."""

from uuid import UUID

from minplan import access, content
from minplan.access import Change
from minplan.errors import Invalid, NotAllowed
from minplan.journal import Record
from minplan.journey import Outcome
from minplan.meeting import store as meetings
from minplan.meeting.agenda import AgendaPoint
from minplan.meeting.day import line, store
from minplan.meeting.day.actions.coming import must_come
from minplan.meeting.day.ahead import GOING, must_be
from minplan.meeting.saving import reworded
from minplan.words import NewText, Text

UNCHANGED = Outcome("unchanged")
MOST = 60  # points of one meeting: each further one makes every screen slower, and nobody talks about so many


def pictures() -> tuple[content.Phrase, ...]:
    """What can be put on an agenda by one tap: ready sentences, each with the drawing of its name."""
    return tuple(content.phrases("agenda").values())


def add_point(by: UUID, plan: UUID, meeting: UUID, text: NewText) -> Outcome:
    """Something to talk about. The same words are said once. Raises Invalid for a sentence that is not for here."""
    with access.change(by, plan) as change:
        _may_write(change, meeting)
        point = put(change, meeting, text)
        if point is None:
            return UNCHANGED
        _record(change, "add_point", point, text_id=str(point.text_id))
        return Outcome("done", point.id)


def put(change: Change, meeting: UUID, text: NewText) -> AgendaPoint | None:
    """Put a point on an agenda, within a change that tells the journal; None where these very words stand there."""
    picture = _picture(text)
    points = store.points(change, meeting)
    if stands(change, points, text):
        return None
    _must_have_room(points)
    point = AgendaPoint(
        meeting_id=meeting,
        text_id=change.write(text).id,
        by_id=change.viewer.person_id,
        by_name=change.viewer.name,
        picture=picture,
        position=len(points),
    )
    change.session.add(point)
    line.place_new(points, point, change.plan.citizen_id)
    change.session.flush()
    return point


def stands(change: Change, points: list[AgendaPoint], text: NewText | Text | None) -> bool:
    """Whether one of these points says the same already."""
    said = store.texts(change, [each.text_id for each in points]) if text else []
    return text is not None and any(each.as_words() == text.as_words() for each in said)


def reword_point(by: UUID, plan: UUID, meeting: UUID, point: UUID, seen: UUID | None, text: NewText) -> UUID:
    """Other words for a point; returns the id of the text that stands now. Raises Conflict.

    `seen` is the id of the text that the writer saw. Whoever wrote in it while somebody else took it off loses
    nothing: it stands again.
    """
    with access.change(by, plan) as change:
        _may_write(change, meeting)
        row, picture = store.point(change, meeting, point), _picture(text)
        stands = reworded(change, row.text_id, seen, text)
        if stands is None or stands == row.text_id:
            return row.text_id
        if row.gone:
            _must_have_room(store.points(change, meeting))
        row.text_id, row.picture, row.gone = stands, picture, False
        _record(change, "reword_point", row, text_id=str(row.text_id))
        return row.text_id


def move_point(by: UUID, plan: UUID, meeting: UUID, point: UUID, beside: UUID, place: str) -> Outcome:
    """Place a point right `before` or `after` another one. Raises Invalid for a place that is none."""
    with access.change(by, plan) as change:
        _may_write(change, meeting)
        row, other = store.point(change, meeting, point), store.point(change, meeting, beside)
        points = store.points(change, meeting)
        if place not in ("before", "after") or row is other or row not in points or other not in points:
            raise Invalid({"place": "unknown"})
        if not line.move(points, row, other, place):
            return UNCHANGED
        _record(change, "move_point", row, **{place: str(other.id)})
        return Outcome("done", row.id)


def remove_point(by: UUID, plan: UUID, meeting: UUID, point: UUID) -> Outcome:
    """Take a point off. What the citizen wants to talk about, only they take off. Raises NotAllowed."""
    with access.change(by, plan) as change:
        _may_write(change, meeting)
        row = store.point(change, meeting, point)
        if row.gone:
            return UNCHANGED
        if row.by_id == change.plan.citizen_id and not change.viewer.is_citizen:
            raise NotAllowed
        row.gone = True
        _record(change, "remove_point", row)
        return Outcome("done", row.id)


def _must_have_room(points: list[AgendaPoint]) -> None:
    if len(points) >= MOST:
        raise Invalid({"text": "enough"})


def _may_write(change: Change, meeting: UUID) -> None:
    change.may("write_agenda")
    must_be(meetings.load(change, meeting), GOING)
    must_come(change, meeting)


def _picture(text: NewText) -> str | None:
    if text.phrase and text.phrase not in content.phrases("agenda"):
        raise Invalid({"phrase": "unknown"})
    return text.phrase.partition(".")[2] if text.phrase else None


def _record(change: Change, verb: str, point: AgendaPoint, **after: str) -> None:
    told = {"point": str(point.id)} | after
    change.record(Record(verb, "meeting", point.meeting_id, after=told, audience="room"))

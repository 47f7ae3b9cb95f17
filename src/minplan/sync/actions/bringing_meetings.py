"""A meeting that comes from a system: proposed, moved or called off. Where they sit is the citizen's to say yes to."""

from contextlib import AbstractContextManager
from datetime import timedelta
from uuid import UUID

from minplan import meeting
from minplan.errors import Invalid, NotAllowed
from minplan.sync import owners
from minplan.sync.actions.meant import missing, must, must_stay
from minplan.sync.actions.work import Work
from minplan.sync.pointing import renamed
from minplan.sync.problem import Problem
from minplan.sync.read.shelves import one_in
from minplan.sync.shapes.meeting import Meeting
from minplan.sync.shapes.meeting_sent import MeetingSent

SENT = MeetingSent
ASKED = frozenset[str]()
ANEW = False
_FRAME = ("place", "mode")
_AHEAD = ("offered", "agreed")


def read(work: Work, id: UUID) -> Meeting:
    """The meeting. Raises Problem."""
    found: Meeting = one_in(work.caller, work.found, "meeting", id)
    return found


def settled(work: Work, sent: MeetingSent) -> MeetingSent:
    """What is sent. Raises Problem for a system that hears of no meeting."""
    if not work.found.own:
        raise Problem("not-found")
    return sent


def waits(work: Work, id: UUID) -> bool:
    """Whether the citizen has not said yes to the time."""
    return read(work, id).offered_by == "municipality"


def is_lost(work: Work, id: UUID) -> bool:  # noqa: ARG001 - one that was called off is still there
    """Never."""
    return False


def add(work: Work, sent: MeetingSent) -> UUID:
    """A meeting is proposed. Raises Problem and Invalid."""
    must(missing(sent, "starts", "ends"))
    if sent.state not in (None, *_AHEAD):
        raise Invalid({"state": "unknown"})
    told = {"mode": sent.mode or "office", "place": sent.place or "", "kind": sent.kind or "talk"}
    with _by_field():
        command = meeting.NewMeeting(times=(sent.starts,), minutes=_minutes(sent), **told)  # type: ignore[arg-type]
        made = meeting.propose(work.by, work.plan_id, command).subject_id
    assert made
    return made


def changed(sent: MeetingSent, current: Meeting) -> frozenset[str]:
    """What is sent otherwise than it stands. Whether the time is agreed is the citizen's to say."""
    found = owners.changed(sent, current) - {"because"}
    agreed = sent.state in _AHEAD and current.state in _AHEAD
    return found - {"state"} if agreed else found


def change(work: Work, id: UUID, sent: MeetingSent, current: Meeting, names: frozenset[str]) -> None:
    """Move it, propose another time, or call it off. Raises Problem, NotAllowed and Invalid."""
    must_stay(names, "kind")
    because = sent.because.new if sent.because else None
    if "state" in names:
        if sent.state != "cancelled":
            raise NotAllowed("state")
        with _by_field():
            meeting.cancel(work.by, work.plan_id, id, because)
        return
    whole = _whole(sent, current)
    with _by_field():
        if current.state == "offered":
            frame = {"mode": whole.mode, "place": whole.place, "minutes": _minutes(whole)}
            meeting.offer(work.by, work.plan_id, id, meeting.NewTimes(times=(whole.starts,), **frame))  # type: ignore[arg-type]
        else:
            must_stay(names, *_FRAME, *(["ends"] if _minutes(whole) != _minutes(current) else []))
            meeting.move(work.by, work.plan_id, id, (whole.starts,), current.starts, because)


def take_back(_work: Work, _id: UUID) -> None:
    """A meeting is called off by saying so, and why. Raises NotAllowed."""
    raise NotAllowed("cancel")


def _whole(sent: MeetingSent, current: Meeting) -> MeetingSent:
    """When only the beginning is another, the end moves along."""
    names = ("starts", "ends", *_FRAME)
    told = {name: getattr(sent, name) if getattr(sent, name) is not None else getattr(current, name) for name in names}
    if sent.starts and not sent.ends:
        told["ends"] = sent.starts + (current.ends - current.starts)
    return MeetingSent.model_construct(**told)


def _minutes(one: MeetingSent | Meeting) -> int:
    """How long it is. Raises Invalid for what no meeting here lasts."""
    assert one.starts and one.ends
    length = one.ends - one.starts
    minutes = length // timedelta(minutes=1)
    if not meeting.MINUTES[0] <= minutes <= meeting.MINUTES[-1] or length % timedelta(minutes=1):
        raise Invalid({"ends": "bad_length"})
    return minutes


def _by_field() -> AbstractContextManager[None]:
    """A form has rows of times; what is sent has one. Whether it can still be changed is its state."""
    return renamed({"on1": "starts", "meeting": "state"})

"""Rule of whoever proposes twice: what is the same is proposed once, and nothing that was said is lost."""

from datetime import datetime, timedelta
from typing import Any

from minplan.access import Change
from minplan.meeting.before.actions import guests
from minplan.meeting.before.actions.telling import side
from minplan.meeting.before.commands import NewMeeting, NewTimes
from minplan.meeting.before.store import load
from minplan.meeting.day.actions.agenda import put
from minplan.meeting.meeting import Meeting

TEXTS = ("purpose", "decides", "not_today")
PLAIN = ("mode", "place")
OPTIONAL = ("door", "link")


def earlier(change: Change, command: NewMeeting, times: list[datetime]) -> Meeting | None:
    """The proposal that this one repeats: nothing in it is another, though one of them may say more.

    A system has ids of its own by which it asks twice.
    """
    if change.viewer.relation == "system":
        return None
    there = [row for row in load.offered_by(change, side(change)) if row.kind == command.kind]
    return next((row for row in there if stands(change, row, command, times) and _agrees(change, row, command)), None)


def _agrees(change: Change, row: Meeting, command: NewMeeting) -> bool:
    plain = ((getattr(row, name), getattr(command, name)) for name in OPTIONAL)
    texts = ((change.words(getattr(row, f"{name}_id")), getattr(command, name)) for name in TEXTS)
    same_plain = all(not old or not new or old == new for old, new in plain)
    return same_plain and all(old is None or new is None or old.says(new) for old, new in texts)


def completed(change: Change, row: Meeting, command: NewMeeting) -> bool:
    """Whether anything was said that did not stand there yet; now it does."""
    asked: dict[str, Any] = {name: getattr(command, name) for name in (*OPTIONAL, *TEXTS)}
    new = {name: said for name in OPTIONAL if (said := asked[name]) and not getattr(row, name)}
    for name in TEXTS:
        if asked[name] and getattr(row, f"{name}_id") is None:
            new[f"{name}_id"] = change.write(asked[name]).id
    for name, value in new.items():
        setattr(row, name, value)
    notes = [put(change, row.id, note) for note in command.notes]
    return guests.ask(change, row, command.people) or any(notes) or bool(new)


def stands(change: Change, row: Meeting, command: NewTimes, times: list[datetime]) -> bool:
    """Whether this side has proposed exactly this already."""
    if row.offered_by != side(change) or any(getattr(row, name) != getattr(command, name) for name in PLAIN):
        return False
    found = [(offer.starts, offer.ends) for offer in load.offers(change, row.id)]
    return found == [(at, at + timedelta(minutes=command.minutes)) for at in times]


def has_way_in(row: Meeting, command: NewTimes) -> bool:
    """Whether how to find in, and the link, stand there as they were said."""
    return all(getattr(command, name) in ("", getattr(row, name)) for name in OPTIONAL)

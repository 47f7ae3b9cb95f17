"""Rule: entries as an iCalendar file (RFC 5545). Titles are neutral: a telephone shows them on its locked screen.

Times are written in UTC: a meeting is one moment, whatever zone a calendar is set to and whatever night its clock is
changed. There is no organizer, who would have a name, and no alarm, which is the reader's own choice.
"""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

from minplan.language import Translator
from minplan.meeting.calendar.entry import Entry

AGAIN = timedelta(hours=1)  # how often a calendar that fetches is asked to look
PUBLISH, CANCEL = "PUBLISH", "CANCEL"


def compose(entries: Iterable[Entry], translator: Translator, address: str, at: datetime) -> bytes:
    """The feed of all these entries, as of `at`; `address` is where somebody signs in and reads more."""
    found = _calendar(PUBLISH, translator.lang)
    found.add("name", translator.gettext("Møder"))
    found.add("x-wr-calname", translator.gettext("Møder"))
    found.add("refresh-interval", AGAIN, parameters={"VALUE": "DURATION"})
    found.add("x-published-ttl", "PT1H")
    for entry in entries:
        found.add_component(_event(entry, translator, address, at))
    return bytes(found.to_ical())


def compose_one(entry: Entry, translator: Translator, address: str, at: datetime) -> bytes:
    """One entry to put into a calendar, or to take it out again where it is called off."""
    found = _calendar(CANCEL if entry.off else PUBLISH, translator.lang)
    found.add_component(_event(entry, translator, address, at))
    return bytes(found.to_ical())


def _calendar(method: str, lang: str) -> Any:
    from icalendar import Calendar  # only a calendar needs it

    found = Calendar()
    found.add("prodid", f"-//minplan//minplan//{lang.upper()}")
    found.add("version", "2.0")
    found.add("calscale", "GREGORIAN")
    found.add("method", method)
    return found


def _event(entry: Entry, translator: Translator, address: str, at: datetime) -> Any:
    from icalendar import Event

    found = Event()
    found.add("uid", str(entry.id))
    found.add("sequence", entry.sequence)
    found.add("dtstamp", at.astimezone(UTC))
    found.add("dtstart", entry.starts.astimezone(UTC))
    found.add("dtend", entry.ends.astimezone(UTC))
    found.add("summary", translator.gettext("Møde"))
    found.add("description", translator.gettext("Log ind for at se mere:") + f" {address}")
    found.add("url", address)
    found.add("status", "CANCELLED" if entry.off else "CONFIRMED")
    found.add("transp", "TRANSPARENT" if entry.off else "OPAQUE")
    found.add("class", "PRIVATE")
    if entry.place:
        found.add("location", entry.place)
    return found

"""Rule: what a plan has and a document cannot carry, each in a few words."""

from collections.abc import Iterator, Mapping
from typing import Any

from minplan.access import Member
from minplan.exchange.compose import Whole
from minplan.exchange.meetings import standing
from minplan.words import words_of

_OF_MEETINGS = {
    "needs": "what the citizen needs at meetings",
    "expectations": "expectations said at meetings",
    "agreements": "agreements made at meetings, beside the steps that they became",
    "confirmations": "who said yes at meetings",
    "notes": "notes shared at meetings",
}
_OF_RIGHTS = {
    "plan_benefit": "what the citizen has lived on",
    "prospect": "what steps may lead to",
    "sense": "whether steps make sense to the citizen",
    "decision": "decisions and the calls before them",
    "choice": "choices put before the citizen",
    "dispatch": "letters to the official mailbox",
    "leaning": "what the citizen thinks of offers",
}


def gaps(
    whole: Whole, changes: int, calls: int, of_meetings: Mapping[str, int], of_rights: Mapping[str, int]
) -> list[str]:
    """What is left behind; empty when the document says everything. `of_meetings` is what hangs on its meetings,
    `of_rights` what the rights box keeps."""
    beside = (*_met(whole, of_meetings), *_entitled(of_rights), *_beside(changes, calls))
    return [*_hidden(whole.members), *_in_rows(whole), *beside]


def _hidden(members: tuple[Member, ...]) -> Iterator[str]:
    for member in members:
        if member.hidden:
            yield f"tracks hidden from {member.name}: {', '.join(sorted(member.hidden))}"


def _in_rows(whole: Whole) -> Iterator[str]:
    steps = whole.journey.steps
    contact = whole.members[0].person_id
    yield from _some(
        sum(not _is_plain(row, contact) for row in whole.journey.proposals), "proposals that wait for an answer"
    )
    yield from _some(sum(row.choice_with_id is not None for row in steps), "choices between two steps")
    yield from _some(sum(row.after_id is not None for row in steps), "steps that wait for another step to settle")
    yield from _some(sum(row.state == "declined" for row in steps), "suggestions that were declined")
    yield from _some(sum(row.audience == "citizen" for row in whole.journey.wins), "wins that the citizen alone reads")
    said = [words_of(row, name) for row in steps for name in ("title", "why", "learned")]
    yield from _some(sum(words is not None and words.erased for words in said), "texts that were erased")
    yield from _some(sum(row.praised for row in whole.journey.wins), "wins marked as praised")


def _met(whole: Whole, of_meetings: Mapping[str, int]) -> Iterator[str]:
    left = len(whole.meetings) - len(standing(whole.meetings))
    yield from _some(left, "meetings that were only proposed, called off or missed")
    people = [each for meeting in standing(whole.meetings) for each in meeting.attendance]
    yield from _some(sum(each.answer != "coming" for each in people), "people who were asked to a meeting")
    yield from _some(sum(each.why is not None for each in people), "why somebody comes to a meeting")
    yield from _some(sum(each.language is not None for each in people), "which language an interpreter speaks")
    held = [meeting for meeting in whole.meetings if meeting.opened_at]
    yield from _some(len(held), "that a meeting was held, and when")
    settled = sum(point.outcome is not None for meeting in standing(whole.meetings) for point in meeting.agenda)
    yield from _some(settled, "points that were talked about or carried over")
    for name, what in _OF_MEETINGS.items():
        yield from _some(of_meetings[name], what)


def _entitled(of_rights: Mapping[str, int]) -> Iterator[str]:
    for name, what in _OF_RIGHTS.items():
        yield from _some(of_rights[name], what)


def _beside(changes: int, calls: int) -> Iterator[str]:
    yield from _some(calls, "calls with their messages")
    yield from _some(changes, "changes in the history")


def _is_plain(row: Any, contact: Any) -> bool:
    # A suggested step as an import makes it: the contact person's, untouched, waiting for the citizen.
    return (row.what, row.status, row.by_id, row.said_body or row.said_phrase) == ("step", "open", contact, None)


def _some(number: int, what: str) -> Iterator[str]:
    if number:
        yield f"{what}: {number}"

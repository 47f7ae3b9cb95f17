"""Where a confirmation is kept: beside what the same person has said before, or in its place."""

from typing import Any

from minplan.access import Change
from minplan.errors import Invalid
from minplan.meeting.agreed import Confirmation
from minplan.meeting.meeting import Meeting
from minplan.meeting.outcome import rule, store
from minplan.meeting.outcome.commands import NewConfirmation
from minplan.words import NewText, write

MOST = 60  # confirmations at one meeting


def say(
    change: Change, meeting: Meeting, command: NewConfirmation, mark: str, about: str
) -> Confirmation | None:
    """The row that says this for this person; None where one says so already.

    What somebody said on a screen of their own only they themselves replace, there. Raises Invalid.
    """
    who = _who(change, command)
    every = store.rows(change, Confirmation, meeting.id)
    earlier = [row for row in every if _is_theirs(row, command.side, who)]
    shown = {"digest": mark, "about": about}
    if any(_says_so(change, row, command, shown) for row in earlier):
        return None
    _must_leave_their_own(earlier, command, mark)
    row = _place(change, [row for row in earlier if _gives_way(row, command.how)])
    if row is None and len(every) >= MOST:
        raise Invalid({"says": "enough"})
    text = _written(change, command, command.words) if command.words else None
    values = who | shown | {"says": command.says, "how": command.how, "words_id": text, "at": change.at}
    row = row or Confirmation(meeting_id=meeting.id, side=command.side, **values)
    row.sqlmodel_update(values)
    change.session.add(row)
    change.session.flush()
    return row


def _who(change: Change, command: NewConfirmation) -> dict[str, Any]:
    if command.side == "citizen":
        return {"person_id": change.plan.citizen_id, "name": change.citizen_name}
    if command.side == "municipality":
        return {"person_id": change.viewer.person_id, "name": change.viewer.name, "role": change.viewer.role}
    if not command.name:
        raise Invalid({"name": "required"})
    return {"person_id": None, "name": command.name, "role": command.role}


def _is_theirs(row: Confirmation, side: str, who: dict[str, Any]) -> bool:
    same = row.name == who["name"] if who["person_id"] is None else row.person_id == who["person_id"]
    return row.side == side and same


def _says_so(change: Change, row: Confirmation, command: NewConfirmation, shown: dict[str, str]) -> bool:
    """Whether it is said already, on this screen or on one that counts for more."""
    stronger = row.how == "own" or (command.how == "joined" and row.how in rule.COUNTS)
    if (row.says, row.digest, row.about) != (command.says, *shown.values()):
        return False
    if row.how != command.how and not stronger:
        return False
    stands = change.words(row.words_id)
    if command.words is None:
        return stands is None or row.how != command.how
    return bool(stands and stands.says(command.words))


def _must_leave_their_own(earlier: list[Confirmation], command: NewConfirmation, mark: str) -> None:
    """Nobody else's screen, and no pen in another's hand, answers anew what the citizen has answered themselves."""
    if command.how in ("handed", "paper") and any(row.how == "own" and row.digest == mark for row in earlier):
        raise Invalid({"how": "said_own"})


def _gives_way(row: Confirmation, how: str) -> bool:
    """Whether a word said `how` takes the place of this one: own words typed on another's screen always stay."""
    if how == "own":
        return True
    if how == "joined":
        return row.how == "joined"
    return row.how != "own" and row.words_id is None


def _place(change: Change, giving_way: list[Confirmation]) -> Confirmation | None:
    """One row for all that give way."""
    for row in giving_way[1:]:
        change.session.delete(row)
    return next(iter(giving_way), None)


def _written(change: Change, command: NewConfirmation, words: NewText) -> Any:
    """The words are the citizen's own, on whosever screen they were typed."""
    if command.side != "citizen":
        return change.write(words).id
    return write(change.session, change.plan.id, words, change.plan.citizen_id, change.at).id

"""What a system could hear of a plan follows from the plan's journal: departments, yeses, what is kept and who left."""

from types import SimpleNamespace
from typing import Any
from uuid import UUID, uuid4

import pytest

from minplan.access import TRACKS
from minplan.sync.could_hear import Contact, Could, after, before, could_hear

BO, CAMILLA, YES = uuid4(), uuid4(), uuid4()
ALL = frozenset(TRACKS)
NOTHING, HEALTH, REST = frozenset[str](), frozenset({"health"}), ALL - {"health"}


def entry(revision: int, verb: str, subject: UUID = BO, was: Any = None, now: Any = None) -> Any:
    return SimpleNamespace(revision=revision, verb=verb, subject_id=subject, before=was or {}, after=now or {})


def kept(revision: int, was: str, now: str, who: UUID = BO) -> Any:
    return entry(revision, "hide_tracks", who, {"hidden": was}, {"hidden": now})


def moved(revision: int, was: str | None, now: str | None, verb: str = "move_contact", who: UUID = BO) -> Any:
    return entry(revision, verb, who, {"department": was}, {"department": now})


def said(revision: int, verb: str) -> Any:
    return entry(revision, verb, YES, None, {"item": "sharing.health_health"})


def could(*entries: Any, at: str = "job", hidden: frozenset[str] = NOTHING, first: UUID = BO) -> list[Could]:
    """For a system of the department `job`, to which Bo, who is the contact person now, belongs as `at` says."""
    return could_hear(entries, Contact(BO, at, hidden, first), lambda name: name == "job", {YES: "health"})


def tracks(found: list[Could]) -> list[tuple[int, frozenset[str]]]:
    return [(each.revision, each.tracks) for each in found]


def test_what_no_entry_changed_has_always_been_as_it_is() -> None:
    assert could() == [(0, ALL, True)] and could(at="health") == [(0, NOTHING, False)]
    assert could(hidden=HEALTH) == [(0, REST, True)]


def test_what_is_kept_from_the_contact_person_is_not_heard_until_it_is_shown_again() -> None:
    assert tracks(could(kept(3, "", "health"), kept(5, "health", ""))) == [(0, ALL), (3, REST), (5, ALL)]
    assert tracks(could(kept(3, "", "health", CAMILLA))) == [(0, ALL), (3, ALL)]


def test_a_department_hears_from_when_the_plan_came_until_it_left() -> None:
    found = could(moved(3, "health", "job"), moved(6, "job", None), at="none")
    assert found == [(0, NOTHING, False), (3, ALL, True), (6, NOTHING, False)]


@pytest.mark.parametrize("end", ["withdraw_consent", "consent_over"])
def test_another_department_hears_from_a_yes_until_its_end(end: str) -> None:
    found = could(said(3, "give_consent"), kept(4, "", "health"), kept(5, "health", ""), said(6, end), at="health")
    assert tracks(found) == [(0, NOTHING), (3, HEALTH), (4, NOTHING), (5, HEALTH), (6, NOTHING)]
    assert not any(each.own for each in found)


def test_a_yes_to_somebody_else_opens_nothing() -> None:
    other = entry(3, "give_consent", uuid4(), None, {"item": "sharing.other"})
    assert tracks(could(other, at="health")) == [(0, NOTHING), (3, NOTHING)]


def test_whose_citizen_has_left_is_heard_by_nobody() -> None:
    found = could(entry(3, "close_plan"), entry(5, "open_plan"))
    assert found == [(0, ALL, True), (3, NOTHING, False), (5, ALL, True)]


def test_what_was_kept_from_one_contact_person_is_kept_from_the_next_and_what_from_the_next_by_name() -> None:
    work = frozenset({"work"})
    hidden = (kept(2, "", "health", CAMILLA), kept(3, "", "work", BO), moved(4, None, "job", "change_contact", BO))
    found = could(*hidden, hidden=HEALTH | work, first=CAMILLA)
    assert found == [(0, NOTHING, False), (2, NOTHING, False), (3, NOTHING, False), (4, ALL - HEALTH - work, True)]


def test_until_a_change_and_since_it() -> None:
    found = could(kept(3, "", "health"), kept(5, "health", ""))
    until = [before(found, revision).tracks for revision in (1, 3, 4, 5, 6)]
    since = [after(found, revision).tracks for revision in (1, 3, 4, 5, 6)]
    assert until == [ALL, ALL, REST, REST, ALL] and since == [ALL, REST, REST, ALL, ALL]

"""No verb of the house leaves it, or stays, without somebody having said so."""

from house.recorded import recorded

from minplan.sync import in_case
from minplan.sync.told import BRINGS_ABOUT, NEVER, SHOWN, TOLD

# What the citizen shows: the type is that of the thing itself.
OF_THEIR_OWN = {("*", "show_in_case"), ("*", "keep_from_case")}


def test_every_verb_is_told_or_kept() -> None:
    found = recorded()
    assert len(found) > 80
    known = {*TOLD, *BRINGS_ABOUT, *NEVER}
    assert found - known - OF_THEIR_OWN == set(), "is it told? (sync/told.py)"
    assert known - found == set(), "nobody records this any more"


def test_nothing_is_both_told_and_kept() -> None:
    assert NEVER & (TOLD.keys() | SHOWN.keys() | BRINGS_ABOUT) == set()


def test_all_that_a_citizen_can_show_is_told_when_they_do() -> None:
    assert {subject for subject, _ in SHOWN} == set(in_case.TYPES)

"""Which step is next when the one that was is no longer it."""

from sketch import step

from minplan.journey.succession import is_vacated, successor


def test_the_first_on_the_way_that_can_be_done() -> None:
    first, second = step("later", 2), step("active", 3)
    assert successor([second, step("done", 1), first]) is first


def test_something_to_do_comes_before_something_to_wait_for_and_waiting_before_rest() -> None:
    rests, waits, can = step("resting", 1), step("waiting", 2), step("later", 3)
    assert successor([rests, waits, can]) is can
    assert successor([rests, waits]) is waits
    assert successor([rests]) is rests


def test_nothing_open_means_no_next_step() -> None:
    assert successor([step(state) for state in ("done", "detour", "suggested", "declined")]) is None
    assert successor([]) is None


def test_a_place_is_left_by_what_ends_or_pauses() -> None:
    states = ("active", "later", "waiting", "resting", "done", "detour", "suggested", "declined")
    assert [state for state in states if not is_vacated(state)] == ["active", "later"]

"""The order in which the way is drawn, and the words between two steps."""

from sketch import step

from minplan.journey.order import drawn, joined


def test_next_first_then_what_runs_then_what_comes_later() -> None:
    later, waits, soon, next_one = step("later", 1), step("waiting", 2), step("active", 3), step("later", 4)
    assert drawn([later, waits, soon, next_one], next_one.id) == [next_one, waits, soon, later]


def test_a_joined_step_stands_right_after_its_partner() -> None:
    first, between = step("active", 1), step("active", 2)
    choice = step("later", 3, choice_with_id=first.id)
    beside = step("later", 4, together_with_id=between.id)
    assert drawn([first, between, choice, beside], None) == [first, choice, between, beside]


def test_what_the_next_step_is_joined_to_follows_it() -> None:
    partner, between = step("later", 1), step("active", 2)
    next_one = step("later", 3, choice_with_id=partner.id)
    line = drawn([partner, between, next_one], next_one.id)
    assert line == [next_one, partner, between]
    assert joined(partner, next_one, 1, has_next=True) == "or"


def test_a_partner_that_is_not_there_pulls_nowhere() -> None:
    first, second = step("active", 1), step("active", 2, choice_with_id=step().id, together_with_id=step().id)
    assert drawn([first, second], first.id) == [first, second]


def test_the_word_between_two_steps() -> None:
    first = step("active", 1)
    choice, beside, plain = step(choice_with_id=first.id), step(together_with_id=first.id), step("later")
    assert joined(choice, first, 3, has_next=True) == joined(first, choice, 3, has_next=True) == "or"
    assert joined(beside, first, 3, has_next=True) == joined(first, beside, 3, has_next=True) == "and"
    assert joined(plain, first, 3, has_next=True) is None
    assert joined(first, None, 0, has_next=True) is None


def test_two_that_are_joined_to_the_same_step_keep_their_words() -> None:
    first = step("active", 1)
    beside, choice = step("later", 2, together_with_id=first.id), step("later", 3, choice_with_id=first.id)
    line = drawn([first, beside, choice], first.id)
    assert [joined(row, before, 1, has_next=True) for before, row in zip(line, line[1:], strict=False)] == ["and", "or"]


def test_what_runs_beside_the_next_step_is_joined_to_it_once() -> None:
    next_one, running, later = step(), step("waiting"), step("later")
    assert joined(running, next_one, 1, has_next=True) == "and"
    assert joined(running, next_one, 2, has_next=True) is None
    assert joined(running, next_one, 1, has_next=False) is None
    assert joined(later, next_one, 1, has_next=True) is None

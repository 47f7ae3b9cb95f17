"""After a meeting, and about a step: the citizen's own answers first, and shown no further than they say."""

from datetime import timedelta
from uuid import UUID, uuid4

import keepsakes
import pytest
from cast import Plan, said
from meetings import agreed, closed
from sqlalchemy import Engine, text

from minplan import access, clock, feelings, vault
from minplan.errors import Conflict, Invalid, Locked, NotFound
from minplan.feelings import Lift, Pulse


def after(amira: Plan, who: UUID, meeting: UUID) -> list[Pulse]:
    with access.view(who, amira.id, "summary") as view:
        return feelings.shown_after(view, meeting)


def lift_seen(amira: Plan, who: UUID) -> str | None:
    with access.view(who, amira.id, "step") as view:
        found: Lift | None = feelings.lift_on(view, amira.step)
        return found.answer if found else None


def revision(database: Engine) -> int:
    with database.connect() as connection:
        return int(connection.execute(text("SELECT max(revision) FROM plan")).scalar_one())


def test_answers_are_the_citizens_alone_until_they_show_them(amira: Plan) -> None:
    made = closed(amira, amira.step)
    answers = feelings.answer_after(amira.citizen, made, {"decide": 3, "further": 0})
    words = feelings.say_after(amira.citizen, made, "", said("Mere tid"))
    assert words and after(amira, amira.bo, made) == []
    keepsakes.show_to_team(amira.citizen, "pulse", words)
    for who in (amira.bo, amira.tove):
        (found,) = after(amira, who, made)
        assert found.words and found.words.text == "Mere tid" and found.answers == {}
    keepsakes.show_to_team(amira.citizen, "pulse", answers)
    assert [each.answers for each in after(amira, amira.bo, made) if not each.words] == [{"decide": 3, "further": 0}]
    feelings.hide_from_team(amira.citizen, "pulse", words)
    assert all(each.words is None for each in after(amira, amira.bo, made))


def test_what_was_shown_is_shown_of_that_meeting_alone(amira: Plan) -> None:
    made, other = closed(amira, amira.step), closed(amira, amira.step)
    keepsakes.show_to_team(amira.citizen, "pulse", feelings.answer_after(amira.citizen, made, {"sense": 4}))
    assert after(amira, amira.bo, made) and after(amira, amira.bo, other) == []


def test_other_answers_than_those_shown_are_shown_to_nobody(amira: Plan) -> None:
    made = closed(amira, amira.step)
    first = feelings.answer_after(amira.citizen, made, {"sense": 4})
    keepsakes.show_to_team(amira.citizen, "pulse", first)
    assert feelings.answer_after(amira.citizen, made, {"sense": 4}) == first and after(amira, amira.bo, made)
    assert feelings.answer_after(amira.citizen, made, {"sense": 1}) == first
    assert after(amira, amira.bo, made) == []
    assert [each.answers for each in feelings.pulses(amira.citizen)] == [{"sense": 1}]


def test_nothing_private_moves_the_plan(amira: Plan, database: Engine) -> None:
    made = closed(amira, amira.step)
    before = revision(database)
    feelings.answer_after(amira.citizen, made, {"sense": 4})
    words = feelings.say_after(amira.citizen, made, "", said("Ord"))
    feelings.say_lift(amira.citizen, amira.step, "drains")
    assert words
    feelings.let_pulse_go(amira.citizen, words)
    assert feelings.let_lift_go(amira.citizen, amira.step) and not feelings.let_lift_go(amira.citizen, amira.step)
    assert revision(database) == before


def test_words_from_two_tabs_are_compared_and_none_is_lost(amira: Plan) -> None:
    made = closed(amira, amira.step)
    feelings.say_after(amira.citizen, made, "", said("Den ene"))
    with pytest.raises(Conflict) as error:
        feelings.say_after(amira.citizen, made, "", said("Den anden"))
    assert error.value.theirs.text == "Den ene" and error.value.mine.text == "Den anden"
    assert feelings.say_after(amira.citizen, made, "Den ene", None) is None
    assert feelings.pulses(amira.citizen) == []


def test_whoever_answers_is_asked_again_after_a_month(amira: Plan) -> None:
    made = closed(amira, amira.step)
    over = [(clock.today(), made)]
    assert feelings.asked_after(amira.citizen, over) == made
    feelings.answer_after(amira.citizen, made, {})
    assert feelings.asked_after(amira.citizen, over) is None and feelings.pulses(amira.citizen)[0].is_blank
    clock.start(clock.now() + timedelta(days=31))
    assert feelings.asked_after(amira.citizen, [(clock.today(), made)]) == made


@pytest.mark.parametrize("answers", [{"sense": 5}, {"sense": -1}, {"feeling": 2}])
def test_answers_that_there_are_not_are_refused_by_name(amira: Plan, answers: dict[str, int]) -> None:
    with pytest.raises(Invalid) as error:
        feelings.answer_after(amira.citizen, closed(amira, amira.step), answers)
    assert list(error.value.fields) == list(answers)


def test_only_a_meeting_that_is_over_and_their_own_is_asked_about(amira: Plan) -> None:
    for by, meeting in (
        (amira.citizen, agreed(amira)),
        (amira.citizen, uuid4()),
        (amira.dorte, closed(amira, amira.step)),
        (amira.bo, closed(amira, amira.step)),
    ):
        with pytest.raises(NotFound):
            feelings.answer_after(by, meeting, {"sense": 1})
        with pytest.raises(NotFound):
            feelings.say_after(by, meeting, "", said("Nej"))


def test_a_step_drains_for_the_citizen_alone_until_they_show_it(amira: Plan) -> None:
    feelings.say_lift(amira.citizen, amira.step, "drains")
    assert lift_seen(amira, amira.citizen) == "drains"
    assert lift_seen(amira, amira.bo) is lift_seen(amira, amira.tove) is None
    keepsakes.show_lift(amira.citizen, amira.step)
    assert lift_seen(amira, amira.bo) == lift_seen(amira, amira.tove) == "drains"
    feelings.say_lift(amira.citizen, amira.step, "drains")
    assert lift_seen(amira, amira.bo) == "drains"
    feelings.say_lift(amira.citizen, amira.step, "both")
    assert lift_seen(amira, amira.citizen) == "both" and lift_seen(amira, amira.bo) is None
    keepsakes.show_lift(amira.citizen, amira.step)
    feelings.hide_lift(amira.citizen, amira.step)
    assert lift_seen(amira, amira.bo) is None


def test_whoever_would_rather_not_say_shows_nothing(amira: Plan) -> None:
    feelings.say_lift(amira.citizen, amira.step, None)
    found = feelings.lift(amira.citizen, amira.step)
    assert found and found.answer is None
    with pytest.raises(NotFound):
        keepsakes.show_lift(amira.citizen, amira.step)
    for step, answer, error in ((uuid4(), "lifts", NotFound), (amira.step, "kills", Invalid)):
        with pytest.raises(error):
            feelings.say_lift(amira.citizen, step, answer)


def test_without_the_key_a_step_and_a_summary_stand_and_their_own_page_says_so(amira: Plan) -> None:
    made = closed(amira, amira.step)
    feelings.say_lift(amira.citizen, amira.step, "lifts")
    keepsakes.show_lift(amira.citizen, amira.step)
    keepsakes.show_to_team(amira.citizen, "pulse", feelings.answer_after(amira.citizen, made, {"sense": 4}))
    vault.destroy(amira.citizen)
    assert lift_seen(amira, amira.citizen) is lift_seen(amira, amira.bo) is None
    assert after(amira, amira.bo, made) == []
    with pytest.raises(Locked):
        feelings.pulses(amira.citizen)

"""What a step says, by whom it may be changed, and what happens when two change it."""

from datetime import date, datetime, timedelta
from uuid import UUID

import pytest
from cast import Plan, said
from props import nothing_written, one_change, place, row, waiting_proposals, way, words

from minplan import clock, journey
from minplan.errors import Conflict, NotAllowed
from minplan.journey.step import Step

DAY, OTHER = date(2026, 12, 3), date(2026, 12, 4)
AT = datetime(2026, 12, 3, 10, tzinfo=clock.COPENHAGEN)


def text_of(step: UUID, field: str = "title") -> UUID:
    return row(Step, step)[f"{field}_id"]  # type: ignore[no-any-return]


def reword(
    amira: Plan, by: UUID, step: UUID, text: str, seen: UUID | None = None, field: str = "title"
) -> journey.Outcome:
    return journey.reword(by, amira.id, step, field, seen or text_of(step, field), said(text))


def test_other_words_are_a_new_text_and_the_old_one_stays(amira: Plan) -> None:
    old = text_of(amira.step)
    reword(amira, amira.citizen, amira.step, "Gå to ture")
    assert words(text_of(amira.step)) == "Gå to ture" and words(old) == "Gå en tur"


def test_two_of_the_same_field_show_mine_and_theirs_and_write_nothing(amira: Plan) -> None:
    law, seen = (step := place(amira, "law")), text_of(step)
    reword(amira, amira.bo, law, "Bos ord", seen)
    with nothing_written(amira), pytest.raises(Conflict) as stale:
        reword(amira, amira.tove, law, "Toves ord", seen)
    assert (stale.value.field, stale.value.mine) == ("title", said("Toves ord"))
    assert stale.value.theirs == str(text_of(law))
    assert reword(amira, amira.tove, law, "Bos ord", seen).kind == "unchanged"


def test_two_of_different_fields_both_hold(amira: Plan) -> None:
    step = place(amira, "law")
    title, why = text_of(step), text_of(step, "why")
    reword(amira, amira.bo, step, "Titel", title)
    reword(amira, amira.tove, step, "Grund", why, "why")
    journey.complete(amira.citizen, amira.id, step, "active")
    found = row(Step, step)
    assert (words(found["title_id"]), words(found["why_id"]), found["state"]) == ("Titel", "Grund", "done")


def test_nobody_but_the_citizen_rewords_an_own_step(amira: Plan) -> None:
    for somebody in (amira.bo, amira.tove):
        step = place(amira, ball="municipality")
        with nothing_written(amira), pytest.raises(NotAllowed):
            reword(amira, somebody, step, "Bedre")


def test_the_law_is_worded_by_the_municipality_alone(amira: Plan) -> None:
    step = place(amira, "law")
    with nothing_written(amira), pytest.raises(NotAllowed):
        reword(amira, amira.citizen, step, "Anderledes")
    assert reword(amira, amira.bo, step, "Anderledes").kind == "done"


def test_an_agreement_is_reworded_by_both_together(amira: Plan) -> None:
    step = place(amira, "agreed")
    for by, answerer in ((amira.citizen, amira.bo), (amira.bo, amira.citizen)):
        before = row(Step, step)
        with one_change(amira):
            asked = reword(amira, by, step, f"Nyt {by}")
        assert asked.kind == "proposed" and row(Step, step) == before
        (waiting,) = waiting_proposals(amira, answerer)
        assert waiting.mine and not waiting.own and waiting.text and waiting.text.text == f"Nyt {by}"
        with nothing_written(amira):
            assert reword(amira, by, step, f"Nyt {by}").kind == "unchanged"
        journey.answer(answerer, amira.id, asked.subject_id, journey.ProposalAnswer(answer="yes"))
        assert words(text_of(step)) == f"Nyt {by}"


def test_a_day_and_a_clock_time_are_set_moved_and_taken_away(amira: Plan) -> None:
    def when(seen: str, **new: object) -> journey.Outcome:
        return journey.set_date(amira.citizen, amira.id, amira.step, seen, journey.When(**new))  # type: ignore[arg-type]

    assert when("", on=DAY).kind == when("2026-12-03", at=AT).kind == "done"
    shown = way(amira).next.when_at
    assert shown == AT and shown.isoformat() == "2026-12-03T10:00:00+01:00"
    with nothing_written(amira):
        assert when(shown.isoformat(), at=AT.astimezone(clock.UTC)).kind == "unchanged"
    with nothing_written(amira), pytest.raises(Conflict):
        when("", on=OTHER)
    assert when(shown.isoformat(), at=AT + timedelta(hours=1)).kind == "done"
    assert when("2026-12-03T11:00:00+01:00").kind == "done"
    assert (row(Step, amira.step)["when_on"], row(Step, amira.step)["when_at"]) == (None, None)


def test_another_day_for_an_agreement_is_proposed_and_for_the_law_wished(amira: Plan) -> None:
    for kind, came in (("agreed", "proposed"), ("law", "wished")):
        step = place(amira, kind)
        before = row(Step, step)
        asked = journey.set_date(amira.citizen, amira.id, step, "", journey.When(on=DAY))
        assert (asked.kind, asked.promised) == (came, date(2026, 11, 18)) and row(Step, step) == before
        journey.answer(amira.bo, amira.id, asked.subject_id, journey.ProposalAnswer(answer="yes"))
        assert row(Step, step)["when_on"] == DAY


def test_odd_words_are_kept_as_they_came(amira: Plan) -> None:
    for text in ("🧒🏽\u202eabc\u202c", "<b>'\"; DROP TABLE step; --</b>", "x" * 2000, " \r\n\t a", "ı̇ß﷽"):
        reword(amira, amira.citizen, amira.step, text)
        assert words(text_of(amira.step)) == text

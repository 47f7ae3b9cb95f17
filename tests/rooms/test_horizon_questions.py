"""The four questions of a good life: pictures, words or not now, and nobody sees that somebody was here."""

import pytest
from cast import Plan, said
from props import everything
from pydantic import ValidationError

from minplan import feelings
from minplan.errors import Conflict, NotFound
from minplan.feelings import NewAnswer
from minplan.journey import Outcome


def answered(amira: Plan, seen: str = "", **answer: object) -> Outcome:
    return feelings.answer_horizon(amira.citizen, seen, NewAnswer(**({"question": "around"} | answer)))  # type: ignore[arg-type]


def mark(amira: Plan) -> str:
    return feelings.horizon_answers(amira.citizen)["around"].mark


def test_pictures_and_words_are_kept_and_come_back_in_the_order_of_the_questions(amira: Plan) -> None:
    before = everything()
    answered(amira, scenes=["scene.table", "scene.pet", "scene.table"], words=said("Min søster"))
    answered(amira, question="days", scenes=["scene.slow"])
    assert everything() | {"keepsake": []} == before
    found = feelings.horizon_answers(amira.citizen)
    assert list(found) == ["days", "around"]
    assert [each.phrase or each.text for each in found["around"].says] == ["scene.table", "scene.pet", "Min søster"]


def test_not_now_is_an_answer_and_what_stood_there_can_be_brought_out_again(amira: Plan) -> None:
    answered(amira, away=True)
    assert feelings.horizon_answers(amira.citizen)["around"].away
    answered(amira, mark(amira), words=said("Min søster"))
    answered(amira, mark(amira), words=said("Min søster"), away=True)
    found = feelings.horizon_answers(amira.citizen)["around"]
    assert found.away and found.words and found.words.text == "Min søster"


def test_asked_twice_is_done_once_and_another_window_is_never_overruled(amira: Plan) -> None:
    answered(amira, words=said("Min søster"))
    assert answered(amira, words=said("Min søster")).kind == "unchanged"
    with pytest.raises(Conflict):
        answered(amira, words=said("Min bror"))
    assert len(feelings.horizon_answers(amira.citizen)) == 1


@pytest.mark.parametrize(
    "answer",
    [{}, {"question": "money"}, {"scenes": ["scene.castle"]}, {"scenes": ["strength.cook"]},
     {"scenes": ["scene.table", "scene.pet", "scene.friends", "scene.children"]}],
)  # fmt: skip
def test_what_is_no_answer_is_refused(answer: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        NewAnswer(**({"question": "around"} | answer))  # type: ignore[arg-type]


def test_an_answer_is_deleted_for_good_and_only_by_its_citizen(amira: Plan) -> None:
    answered(amira, words=said("Min søster"))
    assert feelings.horizon_answers(amira.dorte) == {} and not feelings.let_answer_go(amira.dorte, "around")
    for nobody in (amira.bo, amira.camilla):
        with pytest.raises(NotFound):
            feelings.horizon_answers(nobody)
    assert feelings.let_answer_go(amira.citizen, "around") and not feelings.let_answer_go(amira.citizen, "around")
    assert feelings.horizon_answers(amira.citizen) == {}

"""What one tap says, what counts as an answer, and which ready sentence belongs where."""

from datetime import date

import pytest

from minplan.dialogue import TOPICS, NewAnswer, NewCall, NewPromise, rule
from minplan.dialogue.kinds import ANSWERED_BY_WORDS, ANSWERS, WORDLESS
from minplan.errors import Invalid
from minplan.words import NewText

WORDS = NewText(text="Vi taler om det.", lang="da")
TODAY = date(2026, 11, 16)


@pytest.mark.parametrize("topic", TOPICS)
def test_one_tap_says_the_first_sentence_of_its_topic(topic: str) -> None:
    sentence = rule.said(NewCall(topic=topic))  # type: ignore[arg-type]
    assert sentence.phrase == rule.ready(topic)[0].id
    assert rule.said(NewCall(topic=topic, text=WORDS)) == WORDS  # type: ignore[arg-type]


@pytest.mark.parametrize("topic", TOPICS)
@pytest.mark.parametrize("answer", ANSWERS)
@pytest.mark.parametrize("text", [None, WORDS])
def test_what_counts_as_an_answer(topic: str, answer: str, text: NewText | None) -> None:
    fitting = answer != "words" or topic in ANSWERED_BY_WORDS
    command = NewAnswer(answer=answer, text=text)  # type: ignore[arg-type]
    if fitting and (text or answer in WORDLESS):
        rule.check_answer(topic, command)
    else:
        with pytest.raises(Invalid):
            rule.check_answer(topic, command)


def test_a_ready_sentence_stays_with_its_topic() -> None:
    rule.check_reply("money", NewText(phrase="reply.we_ask_payments"))
    rule.check_reply("money", WORDS)
    with pytest.raises(Invalid):
        rule.check_reply("idea", NewText(phrase="reply.we_ask_payments"))


def test_today_can_still_be_promised() -> None:
    rule.check_promise(NewPromise(day=TODAY), TODAY)
    with pytest.raises(Invalid):
        rule.check_promise(NewPromise(day=date(2026, 11, 15)), TODAY)

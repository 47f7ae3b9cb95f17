"""Rule: what can be asked, and what counts as an answer."""

from datetime import date

from minplan.content import Phrase, check_slots, grouped
from minplan.dialogue.commands import NewAnswer, NewCall, NewPromise
from minplan.dialogue.kinds import ANSWERED_BY_WORDS, WORDLESS
from minplan.errors import Conflict, Invalid
from minplan.words import NewText


def ready(topic: str) -> tuple[Phrase, ...]:
    """The ready sentences of a topic; the first is what one tap says."""
    return grouped("say")[topic]


def replies(topic: str) -> tuple[Phrase, ...]:
    """What a professional can say at once about a topic, before the answer."""
    return grouped("reply").get(topic, ())


def check_reply(topic: str, text: NewText) -> None:
    """A ready sentence in a thread is one of its topic's, from whichever side. Raises Invalid."""
    if text.phrase and text.phrase not in {phrase.id for phrase in (*ready(topic), *replies(topic))}:
        raise Invalid({"text": "unknown"})
    _check_whole(text)


def said(command: NewCall) -> NewText:
    """The words of a call. Raises Invalid for a ready sentence of another topic."""
    sentences = [phrase.id for phrase in ready(command.topic)]
    if command.text is None:
        return NewText(phrase=sentences[0])
    if command.text.phrase and command.text.phrase not in sentences:
        raise Invalid({"text": "unknown"})
    _check_whole(command.text)
    return command.text


def _check_whole(text: NewText) -> None:
    """What a sentence leaves open is filled in. Raises Invalid."""
    if text.phrase and check_slots(text.phrase, text.slots):
        raise Invalid({"text": "unknown"})


def check_answer(topic: str, command: NewAnswer) -> None:
    """A wish gets a yes, a yes if, or a not now because; an if and a because are said. Raises Invalid."""
    if command.answer == "words" and topic not in ANSWERED_BY_WORDS:
        raise Invalid({"answer": "wish_needs_answer"})
    if command.text is None and command.answer not in WORDLESS:
        raise Invalid({"text": "required"})


def check_seen(command: NewAnswer, newest: int) -> None:
    """An answer is to what somebody has read. Raises Conflict where another person has said more meanwhile."""
    if command.seen is not None and newest > command.seen:
        raise Conflict("number", mine=command.seen, theirs=newest)


def check_promise(command: NewPromise, today: date) -> None:
    """A promise is about a day to come. Raises Invalid."""
    if command.day < today:
        raise Invalid({"day": "past"})

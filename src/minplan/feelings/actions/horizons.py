"""Verbs of a citizen about the four questions: answer, say not now, and let an answer go. Nobody sees it done."""

from uuid import UUID

from minplan.errors import Conflict
from minplan.feelings import own
from minplan.feelings.horizon import QUESTIONS, HorizonAnswer, NewAnswer, answer_of
from minplan.journey import Outcome

KIND = "horizon"


def horizon_answers(by: UUID) -> dict[str, HorizonAnswer]:
    """This citizen's answers by question, in the order of the questions. Raises Locked where the key is lost."""
    with own.reading(by) as mine:
        return _answers(mine)


def answer_horizon(by: UUID, seen: str, new: NewAnswer) -> Outcome:
    """Keep an answer in the place of the one before.

    `seen` is the mark of the answer that the person began from, empty for none. Raises Conflict where it is another.
    """
    with own.writing(by) as mine:
        there = _answers(mine).get(new.question)
        if there and _says(there, new):
            return Outcome("unchanged", there.id)
        if seen != (there.mark if there else ""):
            raise Conflict("answer", mine=new, theirs=there)
        return Outcome("done", mine.keep(KIND, new.as_content(), slot=new.question))


def let_answer_go(by: UUID, question: str) -> bool:
    """Delete an answer for good; False where it is gone."""
    with own.writing(by) as mine:
        there = _answers(mine).get(question)
        return there is not None and mine.let_go(KIND, there.id)


def _answers(mine: own.Own) -> dict[str, HorizonAnswer]:
    found = {each.content["question"]: answer_of(each.id, each.content, each.at) for each in mine.every(KIND)}
    return {question: found[question] for question in QUESTIONS if question in found}


def _says(there: HorizonAnswer, new: NewAnswer) -> bool:
    words = new.words.as_words() if new.words else None
    return (list(there.scenes), there.words, there.away) == (new.scenes, words, new.away)

"""The words of the dialogue: what a call is about, where it stands, and what a message in it is."""

from typing import Literal

Topic = Literal[
    "forgotten", "question", "idea", "cannot_come", "does_not_fit", "money", "talk", "no_sense", "disagree", "letter"
]
Answer = Literal["yes", "yes_if", "not_now", "words"]

TOPICS = (
    *("forgotten", "question", "idea", "cannot_come", "does_not_fit", "money", "talk"),
    # What begins on a step's own questions and in the rights box: something makes no sense, a decision, a letter.
    *("no_sense", "disagree", "letter"),
)
# `open` waits for the municipality, `answered` has its answer, `closed` is what the citizen has said thanks to.
STATES = ("open", "answered", "closed")
ANSWERS = ("yes", "yes_if", "not_now", "words")
# `asked` is the call itself, `wrote` anything that anybody adds, `promised` a new day given by a person.
MESSAGES = ("asked", "wrote", "promised", *ANSWERS)
# A message that may stand without words: the answer or the day says it.
WORDLESS = ("yes", "promised")
# Here plain words answer. The other topics are wishes, and a wish gets a yes, a yes if, or a not now because.
ANSWERED_BY_WORDS = ("forgotten", "question", "money", "talk", "no_sense", "disagree", "letter")

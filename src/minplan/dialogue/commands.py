"""What somebody asks of the dialogue: one small shape for each verb."""

from datetime import date
from uuid import UUID

from pydantic import BaseModel

from minplan.dialogue.kinds import Answer, Topic
from minplan.words import NewText


class NewCall(BaseModel):
    """A call about a topic, on a step or on the plan. Without words the topic's ready sentence says it."""

    topic: Topic
    step: UUID | None = None
    text: NewText | None = None


class NewAnswer(BaseModel):
    """An answer by a person: yes, yes if, not now because, or just words.

    `seen` is the number of the newest message that the person had read; None asks for no comparison.
    """

    answer: Answer
    text: NewText | None = None
    seen: int | None = None


class NewPromise(BaseModel):
    """A new day by which the municipality answers, chosen by a person; words if they like."""

    day: date
    text: NewText | None = None

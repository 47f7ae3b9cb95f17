"""What somebody says of a step: one small shape for each verb."""

from datetime import date
from typing import Literal

from pydantic import BaseModel

from minplan.words import NewText

Answer = Literal["yes", "a_bit", "no", "explain"]
Reached = Literal["spoke", "tried"]


class NewProspect(BaseModel):
    """What a step can give, what it does not promise, what it takes, what comes afterwards, what it means for money.

    `new` is what is new where something like it was tried. `money_asked`: the benefits office is asked, and nobody
    knows the answer yet.
    """

    gives: NewText | None = None
    promises_not: NewText | None = None
    takes: NewText | None = None
    afterwards: NewText | None = None
    money: NewText | None = None
    new: NewText | None = None
    money_asked: bool = False

    @property
    def says(self) -> bool:
        """Whether anything is said at all."""
        return self.money_asked or any(getattr(self, name) for name in type(self).model_fields)


class NewDecision(BaseModel):
    """What was decided, the day of the call before it and whether they spoke; `decided` once there is a decision."""

    what: NewText
    called: date
    reached: Reached
    decided: date | None = None


class Beside(BaseModel):
    """What is said of a step in the moment it is added: the decision it rests on, and what it may lead to.

    `no_decision`: somebody was asked, and says that it rests on none.
    """

    decision: NewDecision | None = None
    no_decision: bool = False
    prospect: NewProspect = NewProspect()

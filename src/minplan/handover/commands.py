"""What somebody asks of a handover: one small shape for each verb."""

from uuid import UUID

from pydantic import BaseModel

from minplan.access import card
from minplan.words import NewText


class NewContact(BaseModel):
    """From `seen`, who was the contact person when somebody began, None for nobody, to a colleague.

    With `stays` the old one goes on in the team; otherwise their place ends.
    """

    to: UUID
    seen: UUID | None
    reason: NewText
    stays: bool = False


class Draft(BaseModel):
    """What the old contact person writes: a page for the new one, which the citizen corrects, and a goodbye."""

    page: NewText | None = None
    goodbye: NewText | None = None


class NewPage(BaseModel):
    """The citizen's own version, None for nothing. It is read by nobody else before it is to be `sent`.

    `seen` is the version of the old contact person's page that the citizen had read.
    """

    page: NewText | None
    seen: UUID | None
    sent: bool


class AboutMe(BaseModel):
    """What citizens see of their contact person; every part is voluntary, and empty is none."""

    phone: card.Phone = ""
    hours: card.Sentence = ""
    stand_in: UUID | None = None
    hello: tuple[card.Sentence, card.Sentence, card.Sentence] = ("", "", "")

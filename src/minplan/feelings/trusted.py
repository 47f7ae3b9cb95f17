"""The noun: somebody whom a citizen can talk to, close to them or a professional."""

from dataclasses import dataclass
from typing import Literal, get_args
from uuid import UUID

from pydantic import BaseModel

from minplan.access import card
from minplan.feelings.lettering import wide
from minplan.feelings.own import Opened

Circle = Literal["close", "professional"]
CIRCLES: tuple[Circle, ...] = get_args(Circle)
WIDEST = 3.9  # of a name that stands in the drawing of somebody, in heights of its letters
MOST = 8  # in one circle: so many names can be read in its drawing


class NewTrusted(BaseModel):
    """Somebody as the citizen calls them, how near they are, and their telephone if the citizen wants it at hand."""

    name: card.Name
    circle: Circle
    phone: card.Phone = ""


@dataclass(frozen=True, slots=True)
class Trusted:
    """Somebody in a citizen's circles."""

    id: UUID
    name: str
    circle: str
    phone: str

    @property
    def short(self) -> str:
        """What has room in the drawing: the first name, or the first letters of two where that is too wide."""
        said = self.name.split()
        return said[0] if wide(said[0]) <= WIDEST else "".join(word[0].upper() for word in said[:2])


def trusted_of(kept: Opened) -> Trusted:
    """A keepsake as who it is."""
    told = kept.content
    return Trusted(kept.id, told["name"], told["circle"], told["phone"])

"""The noun: somebody whom a citizen can talk to, close to them or a professional."""

from dataclasses import dataclass
from typing import Literal, get_args
from uuid import UUID

from pydantic import BaseModel

from minplan.access import card
from minplan.feelings.own import Opened

Circle = Literal["close", "professional"]
CIRCLES: tuple[Circle, ...] = get_args(Circle)
WIDEST = 7  # letters that stand on a line in the drawing of somebody
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
    def lines(self) -> list[str]:
        """The name as it can be written in its drawing: its first two words, cut short where they are long."""
        said = [word for word in self.name.split() if len(word) > 2 or not word.islower()] or self.name.split()
        return [word if len(word) <= WIDEST else f"{word[: WIDEST - 1]}…" for word in said[:2]]


def trusted_of(kept: Opened) -> Trusted:
    """A keepsake as who it is."""
    told = kept.content
    return Trusted(kept.id, told["name"], told["circle"], told["phone"])

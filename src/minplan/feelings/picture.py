"""What fills somebody as a picture: every feeling a circle with its face and word, and the same as words in order."""

from dataclasses import dataclass
from itertools import chain, groupby, zip_longest
from typing import NamedTuple

from minplan.content import SHELVES, feeling_word, feelings
from minplan.feelings.checkin import LARGEST, CheckIn
from minplan.feelings.lettering import Label, lettered, lettered_own
from minplan.feelings.packing import Circle, pack
from minplan.language import Translator


class Named(NamedTuple):
    """What fills, in the reader's language; somebody's own word is in `lang` and has no `feeling` of the catalogue."""

    shelf: str
    size: int
    word: str
    feeling: str | None = None
    lang: str | None = None


class Bubble(NamedTuple):
    """One of them as it is drawn."""

    named: Named
    circle: Circle
    label: Label


@dataclass(frozen=True, slots=True)
class Picture:
    """All that fills, what fills most first; how the day is, and the note."""

    told: CheckIn
    named: tuple[Named, ...]
    bubbles: tuple[Bubble, ...]

    @property
    def by_size(self) -> list[tuple[int, list[Named]]]:
        """What fills how much: the text that says the same as the picture."""
        return [(size, list(same)) for size, same in groupby(self.named, key=lambda each: each.size)]

    @property
    def says_something(self) -> bool:
        """Whether there is anything at all to keep."""
        return bool(self.named or self.told.day or self.told.note)

    @property
    def most(self) -> list[Named]:
        """What fills most; several where they fill the same."""
        return self.by_size[0][1] if self.named else []


def draw(told: CheckIn, translator: Translator) -> Picture:
    """The picture of a check-in, in the reader's language. Both shelves take turns, so that neither has the middle."""
    every = _named(told, translator)
    named = [each for size in range(LARGEST, 0, -1) for each in _in_turn([one for one in every if one.size == size])]
    circles = pack([each.size for each in named])
    return Picture(told, tuple(named), tuple(map(_bubble, named, circles)))


def _named(told: CheckIn, translator: Translator) -> list[Named]:
    known = [
        Named(feelings()[name].shelf, size, feeling_word(name, translator), name) for name, size in told.sizes.items()
    ]
    return known + [Named(own.shelf, own.size, own.text, lang=own.lang) for own in told.own]


def _in_turn(named: list[Named]) -> list[Named]:
    shelves = ([each for each in named if each.shelf == shelf] for shelf in SHELVES)
    return [each for each in chain.from_iterable(zip_longest(*shelves)) if each]


def _bubble(named: Named, circle: Circle) -> Bubble:
    return Bubble(named, circle, (lettered if named.feeling else lettered_own)(named.word, circle.r))

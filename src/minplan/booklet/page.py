"""Rule: how large the pages of a booklet are, and what stands where on them. All lengths are in points."""

from dataclasses import asdict, dataclass
from typing import Any

MM = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its size, its edges, the letters, and what is drawn.

    `m`, `top` and `bottom` are the edges, `foot` the height of the page's number, `gap` stands between two parts,
    `base` is the size of the letters. `lane`, `node` and `road` are those of the way, `apart` stands between two steps,
    `head` and `horizon` are above and below it. `few`: fewer words.
    """

    w: float
    h: float
    m: float
    top: float
    bottom: float
    foot: float
    gap: float
    base: float
    lane: float
    node: float
    road: float
    apart: float
    head: float
    horizon: float
    qr: float
    few: bool

    @property
    def room(self) -> float:
        """The width between the edges."""
        return self.w - 2 * self.m

    @property
    def height(self) -> float:
        """The height between the edges."""
        return self.h - self.top - self.bottom

    def lane_width(self, lanes: int) -> float:
        """How wide each of so many lanes is: few of them have more room."""
        return self.lane * (1.3 if lanes < 3 else 1)

    def beside(self, lanes: int) -> float:
        """The width that words have beside so many lanes."""
        return self.room - self.lane_width(lanes) * lanes - self.lane * 0.5

    def scene(self, two: bool) -> float:
        """How high the land on the cover is; words in two languages leave less."""
        return self.h * (0.29 if two else 0.4) * (0.6 if self.few else 1)

    def plain(self) -> dict[str, Any]:
        """The page as the templates read it."""
        return asdict(self)


def _page(base: float, few: bool, **lengths: float) -> Page:
    return Page(base=base, few=few, **{name: length * MM for name, length in lengths.items()})


POCKET = _page(
    9.6, False, w=105, h=148, m=9, top=9, bottom=11, foot=5, gap=3.2, lane=7, node=2.5, road=3.2, apart=3.4, head=24,
    horizon=34, qr=21,
)  # fmt: skip
# Half as large, with fewer words and not with smaller ones.
TINY = _page(
    8.8, True, w=70, h=99, m=5.5, top=5.5, bottom=7.5, foot=3, gap=2, lane=5, node=2, road=2.4, apart=2.4, head=18,
    horizon=22, qr=17,
)  # fmt: skip


def page_of(kind: str) -> Page:
    """The pages of a format."""
    return TINY if kind == "zine" else POCKET

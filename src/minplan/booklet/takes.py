"""Rule: which page of a booklet has what written on it, and how many lines it has."""

from collections.abc import Collection

from minplan.booklet.copied import Part

# What somebody else wrote is neither an agreement nor praise before the two have talked about it: where there is a
# meeting it is offered to the agenda first, with the name of who wrote it.
_HELPER = ("who",)
_STEPS = Part("step", "step", 4, ("turn", "on"))
TAKES: dict[str, tuple[Part, ...]] = {
    "cover": (),
    "way": (_STEPS,),
    "horizon": (_STEPS, Part("horizon", "horizon")),
    "talk": (Part("talk", "talk", 8),),
    "agreements": (Part("mine", "mine", 5, ("on",)), Part("theirs", "theirs", 5, ("on",))),
    "wins": (Part("win", "win", 4, ("who",)),),
    "helpers": tuple(Part(name, None, 1, _HELPER) for name in ("doctor", "mentor", "workplace")),
    "own": (Part("own", None, 6),),
    # What fills somebody is theirs alone: it is never written in beside what others read.
    "circles": (),
    "rights": (),
}


def on_pages(parts: Collection[str]) -> tuple[str, ...]:
    """What each page of a booklet with these parts has on it, by its name in TAKES; a part left out has plain lines."""
    way = ("way", "horizon") if "way" in parts else ("own", "own")
    middle = tuple(part if part in parts else "own" for part in ("talk", "agreements", "wins"))
    seventh = next((part for part in ("circles", "helpers") if part in parts), "own")
    return ("cover", *way, *middle, seventh, "rights" if "rights" in parts else "own")

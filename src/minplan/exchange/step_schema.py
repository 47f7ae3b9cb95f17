"""Rule: the shape of a step, and what its state, its kind and its ball ask of it."""

from minplan.exchange.shapes import DATE, LINE, TEXT, WHEN, Schema, closed, one_of
from minplan.journey.kinds import BALLS, BEHIND, KINDS, OPEN, STATES, TRACKS

IN_DOCUMENTS = tuple(state for state in STATES if state != "declined")
LOOKING_AHEAD = ("waiting", "resting")


def step() -> Schema:
    """A step of the way, or beside it."""
    tracks = {"type": "array", "items": one_of(TRACKS), "minItems": 1, "uniqueItems": True}
    required = {"ref": LINE, "title": TEXT, "tracks": tracks, "kind": one_of(KINDS), "state": one_of(IN_DOCUMENTS)}
    ball = closed({"with": one_of(BALLS)}, {"name": LINE})
    days = {"when": WHEN, **dict.fromkeys(("done_on", "since", "until"), DATE)}
    optional = {"why": TEXT, "law": LINE, "ball": ball, "learned": TEXT, "together_with": LINE, **days}
    return closed(required, optional) | {"allOf": [*_by_state(), *_by_kind(), *_by_ball()]}


def _by_state() -> list[Schema]:
    ahead = (*OPEN, "suggested")
    return [
        _when({"state": ahead}, _has("ball", because="a step that is not behind has its ball somewhere")),
        _when({"state": BEHIND}, _lacks("ball", because="a step that lies behind is nobody's turn")),
        _when({"state": ahead}, _lacks("done_on", because="it is not done")),
        _when({"state": ("waiting",)}, _has("since", "until", because="waiting has since and until")),
        _when({"state": _but(LOOKING_AHEAD)}, _lacks("until", because="only waiting and resting have until")),
        _when({"state": _but(("detour",))}, _lacks("learned", because="only a detour has learned")),
    ]


def _by_kind() -> list[Schema]:
    return [
        _when({"kind": ("agreed", "law")}, _has("why", because="agreed and law steps say why")),
        _when({"kind": ("law",)}, _has("law", because="a law step names act and paragraph")),
        _when({"kind": ("own", "agreed")}, _lacks("law", because="only a law step has law")),
    ]


def _by_ball() -> list[Schema]:
    named = {"properties": {"ball": _has("name", because="somebody else has a name")}}
    because = "the municipality's turn has since and a promised day"
    return [
        _when({"ball": ("other",)}, named),
        _when({"ball": ("municipality",), "state": OPEN}, _has("since", because=because)),
        _when({"ball": ("municipality",), "state": ("active", "later")}, _has("when", because=because)),
        _when({"ball": ("municipality",), "state": LOOKING_AHEAD}, _has("until", because=because)),
    ]


def _when(members: dict[str, tuple[str, ...]], then: Schema) -> Schema:
    """Where these members have one of those words, `then` holds."""
    asked = {
        name: one_of(words) if name != "ball" else {"required": ["with"], "properties": {"with": one_of(words)}}
        for name, words in members.items()
    }
    return {"if": {"properties": asked, "required": list(members)}, "then": then}


def _has(*members: str, because: str) -> Schema:
    return {"required": list(members), "description": because}


def _lacks(member: str, because: str) -> Schema:
    return {"not": {"required": [member]}, "description": because}


def _but(states: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(state for state in IN_DOCUMENTS if state not in states)

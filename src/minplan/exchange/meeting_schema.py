"""Rule: the shape of a meeting in a document."""

from minplan.exchange.shapes import LINE, TEXT, TIME, Schema, closed, list_of, one_of, written
from minplan.meeting import ATTENDING, KINDS, MODES

A_WEEK = 7 * 24 * 60
# Nothing else may stand where a page makes a link of it.
LINK = LINE | written(r"https://[^\s]+", "an address that begins with https://")


def meeting() -> Schema:
    """The shape of one meeting; of whoever comes the name is enough."""
    someone = {
        "if": {"type": "string"},
        "then": LINE,
        "else": closed({"name": LINE, "kind": one_of(ATTENDING)}, {"role": LINE}),
    }
    return closed(
        {
            "ref": LINE,
            "starts": TIME,
            "minutes": {"type": "integer", "minimum": 1, "maximum": A_WEEK},
            "mode": one_of(MODES),
            "people": list_of(someone),
            "agenda": list_of(closed({"text": TEXT, "by": LINE})),
        },
        {
            "kind": one_of(KINDS),
            "place": LINE,
            "door": LINE,
            "link": LINK,
            **dict.fromkeys(("purpose", "decides", "not_today"), TEXT),
        },
    )

"""Rule: the shape of a plan document, as a JSON Schema; rules.py has what one member asks of another."""

from minplan.exchange.meeting_schema import meeting
from minplan.exchange.shapes import DATE, EMAIL, LANGUAGE, LINE, TEXT, Schema, closed, defined, list_of, one_of
from minplan.exchange.step_schema import step
from minplan.journey.kinds import TOKENS, TRACKS

FORMAT = "minplan/plan@1"


def schema() -> Schema:
    """The JSON Schema (draft 2020-12) of a plan document."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A plan document of minplan",
        **closed(
            {
                "format": {"const": FORMAT},
                "as_of": DATE,
                "citizen": closed({"name": LINE, "language": LANGUAGE}, {"token": one_of(TOKENS)}),
                "contact": closed({"name": LINE, "role": LINE, "phone": LINE, "email": EMAIL}),
                "team": list_of(closed({"name": LINE, "role": LINE, "department": LINE})),
                "horizon": {"if": {"type": "null"}, "else": TEXT},
                "goals": list_of(_goal()),
                "way": list_of(LINE),
                "next": {"type": ["string", "null"]},
                "wins": list_of(closed({"text": TEXT, "on": DATE, "by": LINE}, {"step": LINE})),
                "meetings": list_of(meeting()),
            }
        ),
        "$defs": defined() | {"step": step()},
    }


def _goal() -> Schema:
    milestone = closed({"ref": LINE, "title": TEXT, "steps": list_of({"$ref": "#/$defs/step"})})
    required = {"ref": LINE, "title": TEXT, "track": one_of(TRACKS), "milestones": list_of(milestone)}
    return closed(required, {"why": TEXT})

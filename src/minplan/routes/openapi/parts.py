"""What operations share: parameters, headers, tags, and how a system shows who it is."""

from typing import Any

from minplan.sync import CODE
from minplan.sync.shapes import REF

_CODE, _REF = {"type": "string", "pattern": f"^{CODE.pattern}$"}, {"type": "string", "maxLength": 200, "pattern": REF}
_UUID = {"type": "string", "format": "uuid"}
_SEEN = {"type": "string", "minLength": 1}
_ETAG = {"type": "string", "examples": ['"3f2a9c0d5b7e41c8a6d9e0f1b2c3d4e5"']}

TAGS = {
    "citizens": "Whose plans they are.",
    "plans": "The plans of which the caller may hear.",
    "goals": "What stands at the horizon.",
    "milestones": "The landmarks on the way there.",
    "steps": "What is agreed, what the law asks, and what the citizen shows.",
    "wins": "What went well, where the citizen shows it.",
    "meetings": "When and where people meet.",
    "agreements": "What was agreed when they met.",
    "consents": "To what citizens have said yes.",
    "caseworkers": "Who works in the municipality.",
    "changes": "What is new, in the order in which it happened.",
    "webhooks": "Being told that there is something new.",
    "inbox": "Many messages at once, in whichever order they come.",
    "me": "Who is asking.",
    "openapi.json": "This document.",
    "problems": "What a refusal means.",
}
SECURITY: dict[str, Any] = {
    "key": {"type": "http", "scheme": "bearer", "description": "The key that `minplan system add` prints once."}
}
HEADERS: dict[str, Any] = {
    "ETag": {"description": "The same while the resource says the same; strong.", "schema": _ETAG},
    "Location": {"description": "Where the new resource is.", "schema": {"type": "string", "format": "uri-reference"}},
    "Retry-After": {"description": "Seconds to wait.", "schema": {"type": "integer", "minimum": 1}},
    "WWW-Authenticate": {"description": "Bearer.", "schema": {"type": "string"}},
}
_SAYS = {
    "plan": "A plan.", "goal": "A goal.", "milestone": "A milestone.", "step": "A step.", "win": "A win.",
    "meeting": "A meeting.", "agreement": "An agreement.", "citizen": "A citizen.", "caseworker": "A professional.",
    "system": "What a system is called.", "ref": "What that system calls it; a slash is written %2F.",
    "type": "The last part of a problem's type.",
}  # fmt: skip
_KINDS: dict[str, Any] = {"system": _CODE, "ref": _REF, "type": {"type": "string", "pattern": "^[a-z-]{1,40}$"}}
_SENT: dict[str, Any] = {
    "If-Match": ("The ETag that the caller has seen; `*` is whichever there is.", _SEEN),
    "If-None-Match": (
        "`*`: only where there is nothing yet. On reading an ETag: 304 while it says that.", {"type": "string"}
    ),
    "Idempotency-Key": (
        "The same for every try of one request: it has one effect.", {"type": "string", "pattern": "^[!-~]{1,200}$"}
    ),
}


def path_parameter(name: str) -> dict[str, Any]:
    """A part of an address."""
    kind = _KINDS.get(name, _UUID)
    return {"name": name, "in": "path", "required": True, "description": _SAYS.get(name, "Our id."), "schema": kind}


PARAMETERS: dict[str, Any] = {
    name: {"name": name, "in": "header", "description": says, "schema": schema}
    for name, (says, schema) in _SENT.items()
}
# Where nothing can be made, there is something that was seen.
PARAMETERS["Seen.If-Match"] = PARAMETERS["If-Match"] | {"required": True}

"""The document that describes the interface (OpenAPI 3.1), made from the same table that serves it."""

from collections.abc import Sequence
from typing import Any

from minplan import sync
from minplan.routes.api.operation import Operation
from minplan.routes.openapi.operations import described
from minplan.routes.openapi.parts import HEADERS, PARAMETERS, SECURITY, TAGS
from minplan.routes.openapi.problems import responses
from minplan.routes.openapi.schemas import Schemas

VERSION = "1.0.0"
_ABOUT = """\
What is agreed in a citizen's plan goes out to the municipality's own systems, and what happens there comes in.

A system shows a key, or a token of the municipality's identity provider. What a citizen keeps is not here: neither in a
resource nor in a change. `x-owner` says whose a field is: the other side reads it and cannot change it. What cannot be
done is answered by a problem (RFC 9457).
"""


def document(operations: Sequence[Operation], server: str) -> dict[str, Any]:
    """The whole of it, as JSON has it."""
    schemas = Schemas(operations)
    paths: dict[str, Any] = {}
    for each in operations:
        paths.setdefault(each.path, {})[each.method.lower()] = described(each, schemas)
    used = {each["tags"][0] for path in paths.values() for each in path.values()}
    return {
        "openapi": "3.1.0",
        "info": _info(),
        "servers": [{"url": server}],
        "tags": [{"name": name, "description": says} for name, says in TAGS.items() if name in used],
        "paths": paths,
        "components": {
            "schemas": schemas.found,
            "responses": responses(operations),
            "parameters": PARAMETERS,
            "headers": HEADERS,
            "securitySchemes": SECURITY | {"token": _token()},
        },
    }


def _info() -> dict[str, Any]:
    terms = {"name": "EUPL-1.2", "identifier": "EUPL-1.2"}
    return {"title": "minplan sync", "version": VERSION, "description": _ABOUT, "license": terms}


def _token() -> dict[str, Any]:
    flow = {"tokenUrl": "https://provider.invalid/token", "scopes": {name: name for name in sync.SCOPES}}
    told = "A token of the provider that MINPLAN_API_ISSUER names: its own document says where tokens are given out."
    return {"type": "oauth2", "description": told, "flows": {"clientCredentials": flow}}

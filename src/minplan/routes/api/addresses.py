"""Addresses: what may stand in each place of one. Anything else is no address, before any database is asked."""

import re

from flask import Flask
from werkzeug.routing import BaseConverter, PathConverter

# Our own ids are UUIDs; a problem type is a word; `system` and `ref` are what external references are made of.
PARTS = {"system": "code", "ref": "ref", "type": "word"}
OURS = "uuid"


class Code(BaseConverter):
    """What a system is called."""

    regex = "[a-z][a-z0-9-]{1,39}"


class Ref(PathConverter):
    """What a system calls something; a slash may come as it is or as %2F. Whether it can be one is asked later."""

    regex = r"[\s\S]+"
    part_isolating = False


class Word(BaseConverter):
    """A word with hyphens."""

    regex = "[a-z-]{1,40}"


def install(app: Flask) -> None:
    """Teach an application these places; an address is not corrected, for a machine does not mean another one."""
    app.url_map.converters |= {"code": Code, "ref": Ref, "word": Word}
    app.url_map.merge_slashes = False


def rule(path: str) -> str:
    """The rule of a path as OpenAPI writes it: `{plan}` and so on."""
    return re.sub(r"{(\w+)}", lambda part: f"<{PARTS.get(part[1], OURS)}:{part[1]}>", path)

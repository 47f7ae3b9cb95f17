"""Print the OpenAPI document of the interface for the municipality's own systems (docs/openapi.json)."""

import json
from argparse import ArgumentParser, Namespace

WITHOUT_DATA = True


def arguments(parser: ArgumentParser) -> None:
    """Takes none."""


def run(args: Namespace) -> None:
    from minplan.routes.api.document import document

    print(json.dumps(document().root, indent=1, ensure_ascii=False))

"""Print the JSON Schema of a plan document."""

import json
from argparse import ArgumentParser, Namespace

from minplan import exchange

WITHOUT_DATA = True


def arguments(parser: ArgumentParser) -> None:
    """Takes none."""


def run(args: Namespace) -> None:
    print(json.dumps(exchange.schema(), indent=2))

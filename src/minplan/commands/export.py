"""Write a plan as a document to standard output; what it cannot carry is named on standard error."""

import json
import sys
from argparse import ArgumentParser, Namespace
from uuid import UUID

from minplan import exchange
from minplan.errors import MinplanError, NotFound


def arguments(parser: ArgumentParser) -> None:
    """The plan."""
    parser.add_argument("plan", help="a plan's id")


def run(args: Namespace) -> None:
    try:
        document, gaps = exchange.take_out(UUID(args.plan))
    except (ValueError, NotFound):
        raise MinplanError(f"There is no plan with the id {args.plan!r}.") from None
    for gap in gaps:
        print(f"minplan: a document cannot carry {gap}", file=sys.stderr)
    sys.stdout.buffer.write(json.dumps(document, ensure_ascii=False, indent=2).encode() + b"\n")

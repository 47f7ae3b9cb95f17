"""Import plan documents, all of them or none, and print each new plan's id."""

import sys
from argparse import ArgumentParser, Namespace

from minplan import db, exchange


def arguments(parser: ArgumentParser) -> None:
    """The files."""
    parser.add_argument("file", nargs="+", help="a plan document (its shape: minplan schema)")


def run(args: Namespace) -> int:
    documents, faults = exchange.take_in(args.file)
    if faults:
        print(*faults, "Nothing was imported.", sep="\n", file=sys.stderr)
        return 1
    db.migrate()
    print(*exchange.bring_in(documents), sep="\n")
    return 0

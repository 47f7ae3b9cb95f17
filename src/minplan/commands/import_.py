"""Import plan documents, all of them or none, and print each new plan's id."""

import sys
from argparse import ArgumentParser, Namespace

from minplan import db, exchange, office
from minplan.access import HOME
from minplan.errors import MinplanError

WITHOUT_DATA = True


def arguments(parser: ArgumentParser) -> None:
    """The files."""
    parser.add_argument("--municipality", default=HOME, metavar="CODE", help="whose citizens they are")
    parser.add_argument("file", nargs="+", help="a plan document (its shape: minplan schema)")


def run(args: Namespace) -> int:
    documents, faults = exchange.take_in(args.file)
    if faults:
        print(*faults, "Nothing was imported.", sep="\n", file=sys.stderr)
        return 1
    db.migrate()
    if args.municipality not in dict(office.municipalities()):
        raise MinplanError(f"There is no municipality {args.municipality!r}; add it with minplan municipality add.")
    print(*exchange.bring_in(documents, args.municipality), sep="\n")
    return 0

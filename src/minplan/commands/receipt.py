"""Say whom to ask about a letter to the official mailbox: the contact person behind its receipt number.

Of the citizen and of what was sent it says nothing: that stands in the letter.
"""

from argparse import ArgumentParser, Namespace

from minplan import rights
from minplan.errors import MinplanError, NotFound


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("number", help="as it stands in the letter, such as BCDF-2346")


def run(args: Namespace) -> None:
    try:
        found = rights.whom_to_ask(args.number)
    except NotFound:
        raise MinplanError(f"No letter has the receipt number {args.number!r}.") from None
    if found.name is None:
        raise MinplanError("The plan has no contact person now; ask whoever hands out citizens.")
    print(", ".join(part for part in found if part))

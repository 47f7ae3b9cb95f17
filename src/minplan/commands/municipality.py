"""Add a municipality, or list those of this house."""

from argparse import ArgumentParser, Namespace

from minplan import office
from minplan.errors import Invalid, MinplanError


def arguments(parser: ArgumentParser) -> None:
    """Which."""
    verbs = parser.add_subparsers(dest="verb", required=True)
    verbs.add_parser("list", help="code and name of each")
    add = verbs.add_parser("add", help="one more; its people and plans never meet those of the others")
    add.add_argument("code", help="small letters, digits and hyphens")
    add.add_argument("name", help="what people call it")


def run(args: Namespace) -> None:
    if args.verb == "list":
        for code, name in office.municipalities():
            print(f"{code}\t{name}")
        return
    try:
        office.add_municipality(args.code, args.name)
    except Invalid as error:
        raise MinplanError(_SENTENCES[next(iter(error.fields.values()))]) from None


_SENTENCES = {
    "bad_code": "The code must be small letters, digits and hyphens, at most 40.",
    "required": "The name must be 1 to 80 characters.",
    "taken": "There is another municipality with that code.",
}

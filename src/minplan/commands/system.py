"""The municipality's own systems: which there are, what they may, and their keys (docs/sync.md)."""

from argparse import ArgumentParser, Namespace

from minplan import config, content, office, sync
from minplan.access import HOME
from minplan.commands import _inbox, _webhooks
from minplan.errors import Invalid, MinplanError, NotFound


def arguments(parser: ArgumentParser) -> None:
    """Which, and what of it."""
    parser.add_argument("--municipality", default=HOME, metavar="CODE", help="whose system it is")
    verbs = parser.add_subparsers(dest="verb", required=True)
    verbs.add_parser("list", help="code, name and scopes of each")
    add = verbs.add_parser("add", help="let one in; prints its key, once")
    add.add_argument("code", help="what external references call it: small letters, digits and hyphens")
    add.add_argument("name", help="what citizens read in their history")
    add.add_argument("--scope", action="append", default=[], choices=sync.SCOPES, help="what it may; all when none")
    add.add_argument("--department", action="append", default=[], help="whose it is; none is the contact person's")
    add.add_argument("--client-id", help="what MINPLAN_API_ISSUER calls it: it shows tokens instead of a key")
    for verb, told in (("key", "print another key; the old one opens nothing"), ("end", "let it in no more")):
        verbs.add_parser(verb, help=told).add_argument("code")
    _webhooks.arguments(verbs)
    _inbox.arguments(verbs)


def run(args: Namespace) -> None:
    by = office.operator(args.municipality)
    try:
        _VERBS[args.verb](by, args)
    except NotFound:
        raise MinplanError(_inbox.missing(args) or f"There is no system {args.code!r}.") from None
    except Invalid as error:
        raise MinplanError(_SENTENCES[next(iter(error.fields.values()))]) from None
    except sync.Problem as problem:
        raise MinplanError(_webhooks.sentence(problem)) from None


def _list(by: office.Doorkeeper, args: Namespace) -> None:
    for row in sync.systems(by):
        print(row.code, row.name, row.scopes, "ended" if row.ended_on else "", sep="\t")


def _add(by: office.Doorkeeper, args: Namespace) -> None:
    issuer = config.settings().api_issuer
    if args.client_id and not issuer:
        raise MinplanError("Set MINPLAN_API_ISSUER to whoever gives out the tokens.")
    _check(by, args.department)
    new = sync.NewSystem(
        code=args.code, name=args.name, scopes=tuple(args.scope or sync.SCOPES), departments=tuple(args.department),
        issuer=issuer if args.client_id else None, client_id=args.client_id,
    )  # fmt: skip
    _, key = sync.add_system(by, new)
    if key:
        print(key)


def _check(by: office.Doorkeeper, departments: list[str]) -> None:
    """A system of a department that nobody is in would read nothing, and nobody would know why."""
    known = sync.departments(by)
    wrong = [each for each in departments if each not in known and content.department_called(each) is None]
    if wrong:
        raise MinplanError(f"There is no department {wrong[0]!r}. There are: {', '.join(known)}.")


def _key(by: office.Doorkeeper, args: Namespace) -> None:
    print(sync.renew_key(by, args.code))


def _end(by: office.Doorkeeper, args: Namespace) -> None:
    sync.end_system(by, args.code)


_VERBS = {"list": _list, "add": _add, "key": _key, "end": _end} | _webhooks.VERBS | _inbox.VERBS
_SENTENCES = {
    "bad_code": "The code must be small letters, digits and hyphens, 2 to 40, a letter first.",
    "unknown": "There is no such scope.",
    "taken": "There is a system with that code or that client id already.",
}

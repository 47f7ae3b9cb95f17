"""`minplan system inbox`: what a system has sent, what of it was refused or waits, and what to do about that."""

from argparse import Namespace
from typing import Any
from uuid import UUID

from minplan import office, sync
from minplan.sync.shapes import Kept, KeptPaging

PAGE = 200


def arguments(verbs: Any) -> None:
    """Which of them, and what of it."""
    inbox = verbs.add_parser("inbox", help="what it has sent, and how that stands")
    inbox.add_argument("code")
    inbox.add_argument("--refused", action="store_true", help="only what was refused")
    inbox.add_argument("--waiting", action="store_true", help="only what waits for something that has not come")
    which = inbox.add_subparsers(dest="inbox")
    for verb, told in (("again", "try one once more; prints how it stands then"), ("letgo", "nothing comes of one")):
        which.add_parser(verb, help=told).add_argument("id", type=UUID)


def missing(args: Namespace) -> str | None:
    """What is not there, where a message was asked for."""
    return "There is no such message that could still be settled." if getattr(args, "inbox", None) else None


def _inbox(by: office.Doorkeeper, args: Namespace) -> None:
    if args.inbox == "again":
        print(sync.try_again(by, args.id))
    elif args.inbox == "letgo":
        sync.let_go(by, args.id)
    else:
        _list(by, args)


def _list(by: office.Doorkeeper, args: Namespace) -> None:
    which = KeptPaging(state="refused" if args.refused else "waiting" if args.waiting else None, limit=PAGE)
    while True:
        page = sync.inbox(by, args.code, which)
        for each in page.items:
            print(each.id, each.message, each.type or "-", each.subject or "-", each.version, _stands(each), sep="\t")
        if page.next is None:
            return
        which = which.model_copy(update={"after": page.next})


def _stands(each: Kept) -> str:
    if each.waits_for:
        return f"waiting\t{each.waits_for.type} {each.waits_for.id}"
    return "\t".join([each.state, *filter(None, [each.reason]), *(f"{one.pointer} {one.code}" for one in each.errors)])


VERBS = {"inbox": _inbox}

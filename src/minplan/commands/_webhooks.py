"""`minplan system webhook`, `deliveries` and `replay`: where a system is told that there is something new."""

from argparse import Namespace
from typing import Any
from uuid import UUID

from minplan import office, sync
from minplan.sync import hooks


def arguments(verbs: Any) -> None:
    """Which of them, and what of it."""
    webhook = verbs.add_parser("webhook", help="where it is told that there is something new")
    webhook.add_argument("code")
    which = webhook.add_subparsers(dest="webhook", required=True)
    which.add_parser("list", help="id, state and address of each")
    which.add_parser("add", help="send there from now on; prints its id and its secret, once").add_argument("url")
    for verb, told in (
        ("rotate", "print another secret; for a day both sign"),
        ("pause", "tell nothing until it is on again; nothing is lost"),
        ("on", "tell again, and try at once what waits"),
        ("end", "send nothing there any more"),
    ):
        which.add_parser(verb, help=told).add_argument("id", type=UUID)
    deliveries = verbs.add_parser("deliveries", help="what it was told lately, and what came of it")
    deliveries.add_argument("code")
    deliveries.add_argument("--failed", action="store_true", help="only what was given up")
    replay = verbs.add_parser("replay", help="tell it again")
    replay.add_argument("code")
    again = replay.add_mutually_exclusive_group(required=True)
    again.add_argument("id", type=UUID, nargs="?", help="one delivery")
    again.add_argument("--failed", action="store_true", help="all that were given up")


def sentence(problem: sync.Problem) -> str:
    """A refusal in one sentence."""
    return next((_SENTENCES[each.code] for each in problem.errors if each.code in _SENTENCES), problem.detail) or (
        f"{problem.title}."
    )


def _webhook(by: office.Doorkeeper, args: Namespace) -> None:
    caller = hooks.as_system(by, args.code)
    _OF_WEBHOOK[args.webhook](caller, args)


def _list(caller: sync.Caller, args: Namespace) -> None:
    for each in hooks.webhooks(caller).items:
        print(each.id, each.state, each.url, sep="\t")


def _add(caller: sync.Caller, args: Namespace) -> None:
    found: Any = hooks.add_webhook(caller, args.url).resource
    print(found.id, found.secret, sep="\t")


def _rotate(caller: sync.Caller, args: Namespace) -> None:
    found: Any = hooks.renew_secret(caller, args.id).resource
    print(found.secret)


def _pause(caller: sync.Caller, args: Namespace) -> None:
    hooks.set_state(caller, args.id, "paused")


def _on(caller: sync.Caller, args: Namespace) -> None:
    hooks.set_state(caller, args.id, "on")


def _end(caller: sync.Caller, args: Namespace) -> None:
    hooks.end_webhook(caller, args.id)


def _deliveries(by: office.Doorkeeper, args: Namespace) -> None:
    for each in hooks.deliveries(hooks.as_system(by, args.code), failed=args.failed).items:
        when = (each.settled_at or each.next_at or each.made_at).isoformat(timespec="seconds")
        answer = each.status or each.problem or "-"
        print(each.id, when, each.state, f"{each.attempts}x", answer, each.type or "-", sep="\t")


def _replay(by: office.Doorkeeper, args: Namespace) -> None:
    print(hooks.replay(hooks.as_system(by, args.code), args.id))


_OF_WEBHOOK = {"list": _list, "add": _add, "rotate": _rotate, "pause": _pause, "on": _on, "end": _end}
VERBS = {"webhook": _webhook, "deliveries": _deliveries, "replay": _replay}
_SENTENCES = {
    "bad_address": "That is no address to send to.",
    "https_only": "Events are sent by https; http is for this machine alone.",
    "host_not_listed": "MINPLAN_WEBHOOK_HOSTS does not name that host and port.",
}

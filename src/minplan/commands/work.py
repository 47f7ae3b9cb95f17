"""Send mail, close the consents whose time is over, put what changed into the feed, and once a day let go of what is
past its time, until told to stop.

Once a day it says aloud when nobody has checked the numbers of whoever can help now, or rights are broken or stale.
Any number may run at once: each letter goes out once, those of citizens to the official mailbox first. `--once` does
what is due and ends; `--status` counts letters and events. It says aloud when a letter did not reach the official
mailbox, and when events for a system were given up.
"""

import signal
import sys
from argparse import ArgumentParser, Namespace
from contextlib import suppress
from threading import Event

from minplan import access, clock, config, identity, own_data, rights, sharing, sync
from minplan.content import help_complaint, help_numbers
from minplan.content.checking.complaint import rights_complaint
from minplan.errors import Busy
from minplan.sync import hooks

PAUSE = 5  # seconds between two looks
DAY = 86400
# What becomes of letters that go no further; each citizen reads it of their own.
_NO_FURTHER = {
    "given_up": "could not be sent",
    "unsure": "went out, and nobody knows whether they arrived",
    "by_hand": "have no mailbox: their writers carry them",
}


def arguments(parser: ArgumentParser) -> None:
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--once", action="store_true", help="do what is due now, and end")
    which.add_argument("--status", action="store_true", help="print how many letters and events there are of each kind")


def run(args: Namespace) -> None:
    if args.status:
        _print_counts()
        return
    stop = Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    with hooks.Telling(stop, _say_trouble) as telling:
        if not args.once:
            telling.go_on()
        while not stop.is_set():
            if args.once:
                _all_that_is_due(stop)
                telling.look()
                return
            with suppress(Busy):  # others were writing: what they held up is due at the next look
                _all_that_is_due(stop)
            stop.wait(PAUSE)


def _print_counts() -> None:
    for state, count in sharing.mail_counts().items():
        print(f"{state:10} {count}")
    print("\nto the official mailbox")
    for state, count in rights.dispatch_counts().items():
        print(f"{state:12} {count}")
    print("\nto the municipality's systems")
    for state, count in hooks.delivery_counts().items():
        print(f"{state:12} {count}")


def _all_that_is_due(stop: Event) -> None:
    access.close_what_is_over()
    sync.settle_all()
    sync.sequence()
    _carry_officially(stop)
    while config.settings().smtp_url and not stop.is_set() and sharing.send_mail():
        pass
    # Of any number of workers one does it, also of those that are started anew each minute.
    if not stop.is_set() and identity.within("retention", "house", 1, DAY):
        own_data.tidy()
        _say_what_is_old()


def _carry_officially(stop: Event) -> None:
    before = rights.dispatch_counts()
    rights.end_dispatches()
    while not stop.is_set() and rights.send_dispatch():
        pass
    after = rights.dispatch_counts()
    for state, told in _NO_FURTHER.items():
        if after[state] > before[state]:
            print(f"minplan: {after[state] - before[state]} more to the official mailbox {told}", file=sys.stderr)


def _say_trouble(trouble: hooks.Trouble) -> None:
    if trouble.is_gone:
        print(f"minplan: webhook {trouble.webhook} of {trouble.system} said that it is gone", file=sys.stderr)
    elif trouble.given_up:
        told = f"{trouble.given_up} events for {trouble.system} were given up; GET /changes has them all"
        print(f"minplan: {told}", file=sys.stderr)


def _say_what_is_old() -> None:
    found, today = config.settings(), clock.today()
    for complaint in (help_complaint(help_numbers(found), today), rights_complaint(found, today)):
        if complaint:
            print(f"minplan: {complaint}", file=sys.stderr)

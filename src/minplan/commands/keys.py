"""The keys to what citizens keep: `check` tries them all, `renew` locks them under a new MINPLAN_VAULT_KEY.

Nothing that anybody keeps is printed, and nobody's name: only how many.
"""

import sys
from argparse import ArgumentParser, Namespace

from minplan import feelings, vault
from minplan.errors import MinplanError

SHORTEST = 32  # characters, as the setting itself


def arguments(parser: ArgumentParser) -> None:
    """What is to be done with them."""
    verbs = parser.add_subparsers(dest="verb", required=True)
    verbs.add_parser("check", help="count the keys and what they open; ends with 1 where something stays locked")
    renew = verbs.add_parser("renew", help="after MINPLAN_VAULT_KEY was changed, while no server runs")
    renew.add_argument("--before", choices=["-"], required=True, help="read the former key from standard input")


def run(args: Namespace) -> None:
    keys = vault.renew(_before()) if args.verb == "renew" else vault.count()
    keepers = feelings.check()
    for name, count in (
        ("keys", keys.every), ("shut", keys.shut), ("keepers", keepers.every), ("locked", keepers.locked),
    ):  # fmt: skip
        print(f"{name:12} {count}")
    if keys.shut or keepers.locked:
        raise MinplanError(
            f"MINPLAN_VAULT_KEY does not open {keys.shut} of {keys.every} keys, and what {keepers.locked} of "
            f"{keepers.every} citizens keep stays locked: docs/keys.md says why that can be."
        )


def _before() -> str:
    found = sys.stdin.readline().strip()
    if len(found) < SHORTEST:
        raise MinplanError(f"The former key must be at least {SHORTEST} characters, on standard input.")
    return found

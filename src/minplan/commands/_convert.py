"""`minplan sync convert`: what another country's system tells, as messages for the inbox."""

import json
import sys
from argparse import ArgumentParser, Namespace
from collections import Counter
from pathlib import Path

from minplan.errors import MinplanError
from minplan.sync import files

FORMATS = {"nav-akaas": files.from_nav_akaas}


def arguments(parser: ArgumentParser) -> None:
    """From what, whose, and whom it is about."""
    parser.add_argument("--from", dest="format", required=True, choices=FORMATS, help="what the file holds")
    parser.add_argument("--system", required=True, metavar="CODE", help="whose messages they will be")
    people = 'JSON: {"id number": "what the system calls the citizen"}; no message holds a number'
    parser.add_argument("--people", required=True, type=Path, metavar="FILE", help=people)
    parser.add_argument("file", type=Path, metavar="FILE", help="JSON Lines")


def run(args: Namespace) -> int:
    """Print the messages; say on the other channel what was left out. 1 where a line could not be taken."""
    told: Counter[str] = Counter()
    for message in FORMATS[args.format](files.read_lines(args.file), _people(args.people), args.system, told):
        print(json.dumps(message, ensure_ascii=False))
    for what, times in told.items():
        print(what if what.startswith("line ") else f"{what} ({times})", file=sys.stderr)
    return int(any(what.startswith("line ") for what in told))


def _people(path: Path) -> dict[str, str]:
    [*found] = files.read_lines(path)
    if len(found) != 1 or not isinstance(found[0].message, dict):
        raise MinplanError(f"{path.name} must be one line: an object from id number to the system's own id.")
    return {number: str(ref) for number, ref in found[0].message.items()}

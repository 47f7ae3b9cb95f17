"""Files in the place of an interface: take in what a system has exported, write what has changed (docs/sync.md)."""

import sys
from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from minplan import clock, office, sync
from minplan.access import HOME
from minplan.commands import _convert
from minplan.errors import MinplanError, NotFound
from minplan.sync import files, from_files

SOME_REFUSED = 3  # the whole of the file was taken in, so that nothing comes of sending it again as it is


def arguments(parser: ArgumentParser) -> None:
    """Which way, and which files."""
    parser.add_argument("--municipality", default=HOME, metavar="CODE", help="whose system it is")
    ways = parser.add_subparsers(dest="way", required=True)
    push = ways.add_parser("push", help="take in JSON Lines, or tables with a mapping; 3 if one is refused")
    push.add_argument("--system", required=True, metavar="CODE", help="whose messages they are")
    push.add_argument("--mapping", type=Path, metavar="FILE", help="which column of a table is which field")
    push.add_argument("files", nargs="+", type=Path, metavar="FILE")
    pull = ways.add_parser("pull", help="write what has changed since last time, and at first everything")
    pull.add_argument("--system", required=True, metavar="CODE", help="for whom")
    pull.add_argument("--folder", required=True, type=Path, help="where the files go, and where it stands")
    pull.add_argument("--csv", action="store_true", help="write a table beside each file")
    _convert.arguments(ways.add_parser("convert", help="print a foreign format as messages, which push takes in"))


def run(args: Namespace) -> int:
    if args.way == "convert":
        return _convert.run(args)
    by = office.operator(args.municipality)
    try:
        return _push(by, args) if args.way == "push" else _pull(by, args)
    except NotFound:
        raise MinplanError(f"There is no system {args.system!r}.") from None
    except sync.Problem as problem:
        raise MinplanError(f"{problem.title}. {problem.detail}".strip()) from None


def _push(by: office.Doorkeeper, args: Namespace) -> int:
    caller = from_files.as_sender(by, args.system)
    mapping = files.read_mapping(args.mapping) if args.mapping else None
    every = _every(args, mapping)
    counts: Counter[str] = Counter()
    for source, received in from_files.push(caller, every):
        counts[received.outcome] += 1
        stands = received.first or received.outcome
        counts["bad"] += stands == "refused"
        if stands in ("refused", "waiting"):
            print(*_told(source, stands, received), sep="\n", file=sys.stderr)
    print(", ".join(f"{counts[name]} {name}" for name in ("done", "waiting", "older", "refused", "twice")))
    return SOME_REFUSED if counts["bad"] else 0


def _every(args: Namespace, mapping: files.Mapping | None) -> list[files.Sourced]:
    """What stands in all of the files. Raises MinplanError with the faults of each, so that they are mended at once."""
    found: list[files.Sourced] = []
    faults: list[str] = []
    for path in args.files:
        try:
            found += _read(path, mapping, args.system)
        except files.Unusable as error:
            faults.append(str(error))
    if faults:
        raise MinplanError("\n".join(faults))
    return found


def _read(path: Path, mapping: files.Mapping | None, system: str) -> list[files.Sourced]:
    return files.read_rows(path, mapping, system, clock.COPENHAGEN) if mapping else files.read_lines(path)


def _told(source: files.Sourced, stands: str, received: Any) -> Iterator[str]:
    """A line for each fault, so that each stands at its column."""
    place = f"{source.file}, line {source.line}"
    if received.waits_for:
        yield f"{place}: waits for {received.waits_for.type} {received.waits_for.id}"
    elif not received.errors:
        yield f"{place}: {stands} {received.reason or ''}".rstrip()
    for each in received.errors:
        column = source.column_at(each.pointer)
        at = f"{place}, column {column}" if column else place
        yield " ".join(filter(None, [f"{at}:", stands, received.reason, each.pointer, each.code]))


def _pull(by: office.Doorkeeper, args: Namespace) -> int:
    name, count = from_files.pull(by, args.system, files.Folder(args.folder), args.csv)
    print(f"{name}\t{count}" if name else "nothing new")
    return 0

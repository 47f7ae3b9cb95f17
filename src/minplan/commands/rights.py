"""Look the rights through: what is broken, unsigned or stale, what is shown when, and how easily it reads.

`check` ends with 1 where something is broken, with `--production` also where something is unsigned. `print` shows a
record whole for whoever signs it, and the lines that they write into reviews.toml. A running server does not take a
folder from which a file or half of the signatures went away, until `accept` says that it is meant so.
"""

import os
import textwrap
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path

from minplan import clock, config
from minplan.content import print_of
from minplan.content.checking.accepting import accept
from minplan.content.checking.aligned import aligned
from minplan.content.checking.look import Looked, look, table
from minplan.content.checking.matrix import matrix
from minplan.content.checking.reading import by_moment, long_ones
from minplan.content.checking.reading_ease import HIGHEST, LONGEST, words
from minplan.content.checking.row import Row
from minplan.content.municipal import whereabouts
from minplan.content.overlay import Placed
from minplan.content.overlay.fields import FIRST, LAST, is_near
from minplan.errors import MinplanError
from minplan.language import SOURCE, offered
from minplan.language.messages import read

WITHOUT_DATA = True


def arguments(parser: ArgumentParser) -> None:
    """What to look at, and on which day."""
    verbs = parser.add_subparsers(dest="verb", required=True)
    for verb, told in (("check", "everything that somebody should know"), ("matrix", "benefit × moment → ids")):
        found = verbs.add_parser(verb, help=told)
        found.add_argument("--production", action="store_true", help="as if only what is signed may be shown")
        _day(found)
    _day(verbs.add_parser("lix", help="how easily the Danish texts of each moment read"))
    one = verbs.add_parser("print", help="one record whole, for whoever signs it")
    one.add_argument("right", help="its id")
    _day(one)
    verbs.add_parser("accept", help="take the folder as it is, also where it has lost something")


def run(args: Namespace) -> None:
    folder, place = whereabouts(config.read(os.environ))
    if args.verb == "accept":
        _accept(folder, place)
    else:
        _VERBS[args.verb](look(folder, args.day or clock.today(), place), args)


def _accept(folder: Path | None, place: Path | None) -> None:
    if folder is None or place is None:
        raise MinplanError("MINPLAN_RIGHTS is not set: there is no folder to take.")
    if wrong := accept(folder, place):
        raise MinplanError(f"{len(wrong)} broken: nothing is taken. `minplan rights check` says which.")
    print("The folder is taken as it is. A running server shows it within ten seconds.")


def _day(parser: ArgumentParser) -> None:
    parser.add_argument("--day", type=_given_day, help="such as 2027-01-01; today if left out")


def _given_day(text: str) -> date:
    with suppress(ValueError):
        day = date.fromisoformat(text)
        if is_near(day):
            return day
    raise ArgumentTypeError(f"{text!r} is no day such as 2027-01-01, from {FIRST.year} to {LAST.year}")


def _check(looked: Looked, args: Namespace) -> None:
    languages = {each.code: read(each.code) for each in offered() if each.code != SOURCE and each.frame == "{}"}
    rows = table(looked, args.day or clock.today(), languages)
    _say([("", "file", "line", "id", "what"), *(_cells(row) for row in rows)])
    counts = {kind: sum(row.kind == kind for row in rows) for kind in ("broken", "unsigned")}
    print(f"\n{len(looked.records)} records, {counts['broken']} broken, {counts['unsigned']} unsigned")
    if counts["broken"]:
        raise MinplanError(f"{counts['broken']} broken: a running server shows the last good content.")
    if args.production and counts["unsigned"]:
        raise MinplanError(f"{counts['unsigned']} unsigned: in production they are not shown.")


def _cells(row: Row) -> tuple[str, ...]:
    return row.kind, row.file, str(row.line), row.id, row.what


def _matrix(looked: Looked, args: Namespace) -> None:
    found = matrix(looked.own, args.day or clock.today(), args.production)
    _say([("benefit", "moment", "ids"), *((code, moment, ", ".join(ids)) for code, moment, ids in found)])


def _lix(looked: Looked, _args: Namespace) -> None:
    rights = [placed.right for placed in looked.records]
    found = list(by_moment(rights))
    cells = ((each.moment, f"{each.lix:.1f}", str(each.words), str(each.sentences), each.longest) for each in found)
    _say([("moment", "LIX", "words", "sentences", "the longest"), *cells])
    long = list(long_ones(rights))
    for right, sentence in long:
        print(f"{len(words(sentence))} words, {right}: {sentence}")
    hard = [each.moment for each in found if each.lix > HIGHEST]
    if long or hard:
        raise MinplanError(f"{len(long)} sentences over {LONGEST} words, {len(hard)} moments over LIX {HIGHEST}.")


def _print(looked: Looked, args: Namespace) -> None:
    found = [placed for placed in looked.records if placed.right.id == args.right]
    if not found:
        raise MinplanError(f"There is no right with the id {args.right!r}.")
    for placed in found:
        for name, text in _whole(placed):
            print(textwrap.fill(f"{name}: {' '.join(text.split())}", 100, subsequent_indent="  "))
        print("\n".join(_stanza(placed.right.id, print_of(placed.right), args.day or clock.today())))


def _whole(placed: Placed) -> Iterator[tuple[str, str]]:
    right = placed.right
    yield "where", f"{placed.file}, line {placed.line}, by {right.owner}"
    yield "law", f"{right.act} {right.paragraph} {right.link}"
    yield from right.told().items()
    if right.deadline:
        yield "counted", " ".join(str(getattr(right.deadline, each)) for each in right.deadline.__slots__)
    yield "for", ", ".join(right.benefits)
    yield "moments", ", ".join(f"{moment} {place}" for moment, place in right.moments.items())
    yield "certainty", f"{right.certainty}, {right.source}, read on {right.researched}"
    days = {name: getattr(right, name) for name in ("valid_from", "valid_to", "expected_change")}
    yield from ((name, str(day)) for name, day in days.items() if day)
    if right.note:
        yield "note", right.note


def _stanza(right: str, of: str, on: date) -> Iterator[str]:
    yield from ("", "[[review]]", f'right = "{right}"', 'by = ""', f"on = {on}", f'of = "{of}"')


def _say(rows: list[tuple[str, ...]]) -> None:
    print("\n".join(aligned(rows)))


_VERBS: dict[str, Callable[[Looked, Namespace], None]] = {
    "check": _check, "matrix": _matrix, "lix": _lix, "print": _print,
}  # fmt: skip

"""Pages: server time, SQL statements and bytes of each, beside the floor in the same run; Lighthouse for the way."""

import json
import re
from collections.abc import Callable
from dataclasses import asdict, dataclass
from functools import cache
from statistics import median
from typing import Any

from flask import Flask
from werkzeug.test import EnvironBuilder

from bench.floor import Watched, floor
from bench.lighthouse import scores
from bench.packing import packed
from bench.paint import first_paint
from bench.pairs import RUNS, cpu, pairs
from minplan import access, create_app, db, identity
from minplan.commands import demo
from minplan.config import settings
from minplan.routes.visitor import KEY


@dataclass(frozen=True, slots=True)
class Figures:
    """Of one page: median CPU milliseconds, the floor's, and their ratio, compressed on both sides and on neither.

    Half of all pairs had a ratio between `ratio_low` and `ratio_high`.
    """

    page: str
    ms: float
    floor_ms: float
    ratio: float
    ratio_low: float
    ratio_high: float
    ratio_uncompressed: float
    statements: int
    bytes: int
    unchanged_ms: float
    unchanged_statements: int


def run(as_json: bool) -> int:
    """Print the table, or one JSON object."""
    db.migrate()
    demo.run(None)  # type: ignore[arg-type]
    app = create_app()
    figures = [_measure(app, name, person, path) for name, person, path in _pages(app)]
    pictures, mobile, painted = packed(app), scores(app), first_paint()
    if as_json:
        found = {"pages": [asdict(each) for each in figures], "packing": pictures, "lighthouse": mobile}
        print(json.dumps(found | painted))
    else:
        _print(figures, mobile, painted)
        _print_pictures(pictures)
    return 0


def _pages(app: Flask) -> list[tuple[str, access.PersonView, str]]:
    people = {person.name: person for person in access.demo_people()}
    leader = next(person for person in people.values() if person.kind == "leader")
    found = [("way " + name, people[name], "/plan") for name in ("Karin", "Yusuf", "Samira")]
    html = _get(app, people["Karin"], "/plan")[1].decode()
    plan, step = (re.findall(rf"/{kind}/([0-9a-f-]{{36}})", html)[0] for kind in ("plans", "steps"))
    return [
        *found,
        ("step", people["Karin"], f"/plans/{plan}/steps/{step}"),
        ("new step", people["Karin"], f"/plans/{plan}/steps/new"),
        ("history", people["Karin"], "/plan/history"),
        ("citizens", people["Mette Krog"], "/citizens"),
        ("citizen for staff", people["Mette Krog"], f"/plans/{plan}"),
        ("waiting", leader, "/waiting"),
        ("sign-in", people["Karin"], "/sign-in"),
    ]


def _measure(app: Flask, name: str, person: access.PersonView, path: str) -> Figures:
    tag = _get(app, person, path)[2].get("ETag", "")
    with Watched(app, db.engine()) as watched:
        size = len(_get(app, person, path, **{"Accept-Encoding": "br"})[1])
    with Watched(app, db.engine()) as again:
        _get(app, person, path, **{"If-None-Match": tag})
    with app.test_request_context(path, headers={"Cookie": _cookie(app, person)}):
        app.preprocess_request()
        base = floor(watched, str(settings().data_dir / "minplan.sqlite3"))
        both = pairs(_page(app, person, path, "br"), lambda: base(True))
        neither = pairs(_page(app, person, path, "identity"), lambda: base(False))
    known = _page(app, person, path, "br", tag)
    return Figures(
        name,
        ms=round(both.ms, 2),
        floor_ms=round(both.base_ms, 2),
        ratio=round(both.ratio, 2),
        ratio_low=round(both.low, 2),
        ratio_high=round(both.high, 2),
        ratio_uncompressed=round(neither.ratio, 2),
        statements=len(watched.selects),
        bytes=size,
        unchanged_ms=round(median(cpu(known) for _ in range(RUNS)), 2),
        unchanged_statements=len(again.selects),
    )


def _page(app: Flask, person: access.PersonView, path: str, coding: str, tag: str = "") -> Callable[[], object]:
    headers = {"Cookie": _cookie(app, person), "Accept-Encoding": coding} | ({"If-None-Match": tag} if tag else {})
    environ = EnvironBuilder(path, headers=headers).get_environ()
    return lambda: b"".join(app(dict(environ), lambda *_answer: None))


def _get(app: Flask, person: access.PersonView, path: str, **headers: str) -> tuple[int, bytes, Any]:
    answer = app.test_client(use_cookies=False).get(path, headers={"Cookie": _cookie(app, person), **headers})
    return answer.status_code, answer.data, answer.headers


@cache
def _cookie(app: Flask, person: access.PersonView) -> str:
    """One sign-in for all that is measured of a person."""
    signer = app.session_interface.get_signing_serializer(app)  # type: ignore[attr-defined]
    return f"{app.config['SESSION_COOKIE_NAME']}={signer.dumps({KEY: identity.begin(person.id)})}"


def _print(figures: list[Figures], mobile: dict[str, Any], painted: dict[str, Any]) -> None:
    head = ("page", "ms", "floor", "ratio", "q1", "q3", "bare", "SQL", "bytes", "304 ms", "304 SQL")
    line = "{:<18}{:>8}{:>8}{:>8}{:>6}{:>6}{:>8}{:>6}{:>9}{:>9}{:>9}"
    print(line.format(*head))
    for each in figures:
        print(line.format(*asdict(each).values()))
    print("\nms: CPU of one answer, brotli. floor: its selects and template alone. bare: ratio without compression.")
    print("ratio: the median of pairs taken in turn; q1 and q3: half of the pairs lie between.")
    for name, found in mobile.items():
        print(f"Lighthouse mobile, signed in: {name} {found}")
    for name, found in painted.items():
        print(f"The way, first load, 1.6 Mbit/s, 150 ms, a processor four times slower: {name} {found}")


def _print_pictures(pictures: list[dict[str, Any]]) -> None:
    line = "The picture of {feelings} feelings: packed in {first_ms} ms, again in {again_ms}, {svg_bytes} bytes"
    for each in pictures:
        print(line.format(**each))

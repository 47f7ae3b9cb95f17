"""How long it takes to lay the circles of a picture, the first time and again, and how large its drawing is."""

from statistics import median
from time import process_time
from typing import Any

from flask import Flask

from minplan import content, feelings
from minplan.feelings import CheckIn, packing
from minplan.language import translator

MANY = (4, 8, 16, 24)
RUNS = 15


def packed(app: Flask) -> list[dict[str, Any]]:
    """For so many feelings of all sizes: CPU ms of the circles alone, and bytes of the SVG with faces and words."""
    return [{"feelings": many, **_times(many), "svg_bytes": _bytes(app, many)} for many in MANY]


def _times(many: int) -> dict[str, float]:
    sizes = [n % 4 + 1 for n in range(many)]
    first, again = [], []
    for _ in range(RUNS):
        packing._packed.cache_clear()
        for found in (first, again):
            begun = process_time()
            packing.pack(sizes)
            found.append((process_time() - begun) * 1000)
    return {"first_ms": round(median(first), 2), "again_ms": round(median(again), 3)}


def _bytes(app: Flask, many: int) -> int:
    told = {name: n % 4 + 1 for n, name in enumerate(list(content.feelings())[:many])}
    own = tuple(feelings.OwnWord("weighs", f"mit eget ord {n}", "da", 4) for n in range(many - len(told)))
    picture = feelings.draw(CheckIn(None, told, own), translator("da"))
    with app.test_request_context():
        return len(app.jinja_env.get_template("feelings/_picture.html").render(picture=picture).encode())

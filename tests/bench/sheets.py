"""Whether paper keeps its promises: the demo and hundreds of nasty plans in every format and language."""

import json
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import product
from os import cpu_count
from statistics import median
from time import perf_counter
from typing import Any, NamedTuple

import page as standard
import pypdfium2
import zxingcpp
from booklets import ADDRESS, LANGUAGES
from nasty import nasty
from sheets import faults

from minplan import access, booklet, db, exchange
from minplan.booklet import FORMATS, PARTS, Booklet
from minplan.booklet.making import TAGGED
from minplan.config import settings

LOOKED = 4  # one file in so many is looked at for what eyes see
SHOWN = 40
_QR = zxingcpp.BarcodeFormat.QRCode


class Proof(NamedTuple):
    """What was seen of one booklet: by format the milliseconds it took, and every fault."""

    took: dict[str, float]
    faults: list[str]


def run(as_json: bool, many: int) -> int:
    """Print counts and the first faults; the exit code says whether there was one."""
    plans = [*_demo(), *((f"{lang} {n}", lang, n) for n, lang in product(range(many), LANGUAGES))]
    with ProcessPoolExecutor(cpu_count()) as workers:
        proofs = list(workers.map(_proved, plans, chunksize=8))
    wrong = [fault for proof in proofs for fault in proof.faults]
    kinds = Counter(" ".join(fault.split(": ", 1)[1].split()[:3]) for fault in wrong)
    told: dict[str, Any] = {
        "plans": len(plans), "files": sum(len(proof.took) for proof in proofs), "faults": len(wrong), "kinds": kinds,
        "median_ms": {kind: round(median(proof.took[kind] for proof in proofs), 1) for kind in FORMATS},
    }  # fmt: skip
    print(json.dumps(told | {"first": wrong[:SHOWN]}, ensure_ascii=False) if as_json else _lines(told, wrong))
    return 1 if wrong else 0


def _lines(told: dict[str, Any], wrong: list[str]) -> str:
    return "\n".join([*(f"{name}: {value}" for name, value in told.items()), *wrong[:SHOWN]])


def _demo() -> Iterator[tuple[str, Booklet, int]]:
    engine = db.open_engine(settings().database_url)
    db.migrate(engine)
    db.use(engine)
    exchange.demo()
    for n, person in enumerate(each for each in access.demo_people() if each.kind == "citizen"):
        for lang, beside in product(("da", "en", "ar"), (False, True)):
            with access.view(person.id) as view:
                found = booklet.fill(view, lang, ADDRESS, beside, PARTS)
            yield f"demo {person.name} {lang} {beside}", found, n
    for lang in ("da", "en", "ar"):
        yield f"blank {lang}", booklet.blank(lang, ADDRESS, lang != "da"), 0


def _proved(plan: tuple[str, str | Booklet, int]) -> Proof:
    name, asked, number = plan
    found = nasty(asked, number) if isinstance(asked, str) else asked
    took: dict[str, float] = {}
    wrong: list[str] = []
    for n, kind in enumerate(FORMATS):
        begun = perf_counter()
        pdf = booklet.make(found, kind)
        took[kind] = (perf_counter() - begun) * 1000
        thorough = (number + n) % LOOKED == 0 or not isinstance(asked, str)
        seen = (*faults(found, kind, pdf, thorough), *_rules(kind, pdf, thorough))
        wrong += [f"{name} {kind}: {each}" for each in seen]
    return Proof(took, wrong)


def _rules(kind: str, pdf: bytes, thorough: bool) -> Iterator[str]:
    if kind in TAGGED:
        report = standard.validate_pdf_bytes(pdf, profile="ua1")
        yield from (f"the standard says {each.message}" for each in report.failures)
    if thorough:
        sides = pypdfium2.PdfDocument(pdf)
        pictures = [side.render(scale=150 / 72).to_pil() for side in sides]
        seen = [code.text for picture in pictures for code in zxingcpp.read_barcodes(picture, _QR)]
        if seen != [ADDRESS]:
            yield f"the square says {seen}"

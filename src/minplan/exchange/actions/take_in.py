"""Verb: files as checked documents, with everything that is wrong with them."""

from collections.abc import Iterable
from pathlib import Path

from minplan.exchange.check import check
from minplan.exchange.reading import MAX_BYTES, Unreadable, parse
from minplan.exchange.shapes import Values


def take_in(files: Iterable[str]) -> tuple[list[Values], list[str]]:
    """Read files; returns their documents and one sentence for each fault. With any fault nothing may be imported."""
    documents: list[Values] = []
    faults: list[str] = []
    for file in files:
        try:
            document = parse(_bytes(Path(file)))
        except Unreadable as error:
            faults.append(f"{file}: {error}")
            continue
        faults += [f"{file}: {fault}" for fault in check(document)]
        documents.append(document)
    return documents, faults


def _bytes(file: Path) -> bytes:
    try:
        if not file.exists():
            raise Unreadable("there is no such file")
        if not file.is_file():
            raise Unreadable("is not a file")
        with file.open("rb") as opened:
            return opened.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        if isinstance(error, Unreadable):
            raise
        raise Unreadable(f"cannot be read ({getattr(error, 'strerror', None) or error})") from None

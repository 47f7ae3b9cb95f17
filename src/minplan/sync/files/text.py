"""The bytes of a file as text, and where they are none."""

import codecs
from pathlib import Path

from minplan.sync.files.faults import Fault, Unusable

MAX_BYTES = 100_000_000
_NOT_READ = {FileNotFoundError: "no such file", IsADirectoryError: "it is a folder"}


def read_text(path: Path, encoding: str) -> str:
    """What a file says; a byte order mark says UTF-8 whatever was expected. Raises Unusable."""
    data = _bytes(path)
    known = "utf-8-sig" if encoding == "utf-8" or data.startswith(codecs.BOM_UTF8) else encoding
    try:
        text = data.decode(known)
    except UnicodeDecodeError as error:
        line, column = _place(data[: error.start])
        raise Unusable(path.name, [Fault(line, column, f"this byte is not {known.removesuffix('-sig')}")]) from None
    if "\0" in text:
        before = text[: text.index("\0")]
        raise Unusable(path.name, [Fault(before.count("\n") + 1, None, "there is a character U+0000")])
    return text


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise Unusable(path.name, [Fault(None, None, f"it is larger than {MAX_BYTES // 1_000_000} MB")])
        return path.read_bytes()
    except OSError as error:
        says = _NOT_READ.get(type(error)) or f"it cannot be read ({(error.strerror or str(error)).lower()})"
        raise Unusable(str(path), [Fault(None, None, says)]) from None


def _place(before: bytes) -> tuple[int, int]:
    return before.count(b"\n") + 1, len(before) - (before.rfind(b"\n") + 1) + 1

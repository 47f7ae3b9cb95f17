"""The files of a municipality's folder: which there are, and the text of each."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from minplan.content.overlay.fault import Fault

RIGHTS = "rights/"
LARGEST = 1_000_000  # bytes: twenty times as much as all records of the product

Signature = tuple[tuple[str, int, int], ...]
Read = tuple[dict[str, str], list[Fault]]


def signature(folder: Path) -> Signature:
    """Name, time of change and size of every file, to see whether one has changed; empty where nobody can look."""
    try:
        found = [(name, file.stat()) for name, file in _files(folder)]
    except OSError:
        return ()
    return tuple((name, stat.st_mtime_ns, stat.st_size) for name, stat in found)


def texts_in(folder: Path) -> Read:
    """The text of every file by its name in the folder, and what is wrong with the others."""
    texts: dict[str, str] = {}
    faults = []
    try:
        for name, file in _files(folder):
            text = _text(name, file)
            if isinstance(text, Fault):
                faults.append(text)
            else:
                texts[name] = text
    except OSError as error:
        return {}, [Fault(Path(error.filename or ".").name, 1, "", "cannot be read")]
    return texts, faults or ([] if texts else [Fault(".", 1, "", "the folder holds no .toml file")])


def _files(folder: Path) -> list[tuple[str, "os.DirEntry[str]"]]:
    """Every file by its name. `glob` would say nothing of a folder that nobody may read."""
    found = list(_toml(folder, ""))
    with suppress(FileNotFoundError):
        found += _toml(folder / RIGHTS, RIGHTS)
    return sorted(found, key=lambda each: each[0])


def _toml(folder: Path, before: str) -> Iterator[tuple[str, "os.DirEntry[str]"]]:
    with os.scandir(folder) as entries:
        # What begins with a dot is an editor's or the system's own.
        yield from ((before + each.name, each) for each in entries if _is_meant(each.name))


def _is_meant(name: str) -> bool:
    return name.endswith(".toml") and not name.startswith(".")


def _text(name: str, file: "os.DirEntry[str]") -> str | Fault:
    try:
        if not file.is_file():  # a pipe would be waited for without end
            return Fault(name, 1, "", "is no regular file")
        with open(file, "rb") as opened:
            content = opened.read(LARGEST + 1)
        text = content.decode("utf-8-sig")  # some editors put a mark before the text
    except OSError:
        return Fault(name, 1, "", "cannot be read")
    except UnicodeDecodeError as error:
        return Fault(name, content.count(b"\n", 0, error.start) + 1, "", "is no UTF-8 text")
    if len(content) > LARGEST:
        return Fault(name, 1, "", "is larger than 1 MB")
    return text if text.strip() else Fault(name, 1, "", "is empty")

"""A municipality's folder as texts, and what they say together."""

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from minplan.content.overlay.fault import Fault
from minplan.content.overlay.nouns import Municipal
from minplan.content.overlay.own_files import FILES, read_file
from minplan.content.overlay.rights import read_rights
from minplan.content.overlay.tables import parse, tables

RIGHTS = "rights/"

Signature = tuple[tuple[str, int, int], ...]


def signature(folder: Path) -> Signature:
    """Name, time of change and size of every file, to see whether one has changed. Raises OSError."""
    return tuple((_name(folder, file), (found := file.stat()).st_mtime_ns, found.st_size) for file in _files(folder))


def texts_in(folder: Path) -> tuple[dict[str, str], list[Fault]]:
    """The text of every file by its name in the folder, and which are no text. Raises OSError."""
    found: dict[str, str] = {}
    faults = []
    for file in _files(folder):
        content = file.read_bytes()
        try:
            found[_name(folder, file)] = content.decode("utf-8-sig")  # some editors put a mark before the text
        except UnicodeDecodeError as error:
            line = content.count(b"\n", 0, error.start) + 1
            faults.append(Fault(_name(folder, file), line, "", "is no UTF-8 text"))
    if not found and not faults:
        faults.append(Fault(".", 1, "", "the folder holds no .toml file"))
    return found, faults


def read_folder(
    texts: Mapping[str, str], benefits: Collection[str], packaged: Collection[str]
) -> tuple[Municipal, list[Fault]]:
    """What is sound in a folder, and every fault. `benefits` and `packaged` are the ids that come with the product."""
    rights, faults = read_rights({name: text for name, text in texts.items() if name.startswith(RIGHTS)}, benefits)
    read = {name: read_file(name, texts.get(name, "")) for name in FILES}
    own = {name: [made for _table, made in found] for name, (found, _wrong) in read.items()}
    faults += [fault for _found, wrong in read.values() for fault in wrong]
    faults += [Fault(name, 1, "", "unknown file") for name in sorted(texts) if not _is_known(name)]
    known = {*packaged, *(placed.right.id for placed in rights)}
    faults += _unknown_signed(texts, known)
    municipal = Municipal(
        tuple(rights),
        tuple(own["reviews.toml"]),
        tuple(own["deadlines.toml"]),
        MappingProxyType({contact.id: contact for contact in own["contacts.toml"]}),
        MappingProxyType(dict(own["texts.toml"])),
        tuple(own["offers.toml"]) if "offers.toml" in texts else None,
        {(name, table.id): table.line for name, (found, _wrong) in read.items() for table, _made in found},
    )
    return municipal, sorted(faults, key=lambda fault: (fault.file, fault.line))


def _files(folder: Path) -> Iterator[Path]:
    yield from sorted([*folder.glob("*.toml"), *(folder / RIGHTS).glob("*.toml")])


def _name(folder: Path, file: Path) -> str:
    return file.relative_to(folder).as_posix()


def _is_known(name: str) -> bool:
    return name in FILES or name.startswith(RIGHTS)


def _unknown_signed(texts: Mapping[str, str], known: Collection[str]) -> Iterator[Fault]:
    file = "reviews.toml"
    text = texts.get(file, "")
    for table in tables(file, text, parse(file, text)[0], "review", "right"):
        if table.id not in known:
            yield table.fault("unknown right")

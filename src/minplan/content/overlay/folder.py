"""What the texts of a municipality's folder say together."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType

from minplan.content.overlay.fault import Fault
from minplan.content.overlay.files import RIGHTS
from minplan.content.overlay.nouns import Municipal
from minplan.content.overlay.own_files import FILES, read_file
from minplan.content.overlay.rights import Placed, read_rights
from minplan.content.overlay.tables import parse, tables


def read_folder(
    texts: Mapping[str, str], benefits: Collection[str], packaged: Collection[str], today: date
) -> tuple[Municipal, list[Fault]]:
    """What is sound in a folder, and every fault. `benefits` and `packaged` are the ids that come with the product.

    `today` is the last day on which somebody can have read a source.
    """
    rights, faults = read_rights({name: text for name, text in texts.items() if name.startswith(RIGHTS)}, benefits)
    read = {name: read_file(name, texts.get(name, "")) for name in FILES}
    own = {name: [made for _table, made in found] for name, (found, _wrong) in read.items()}
    faults += [fault for _found, wrong in read.values() for fault in wrong]
    faults += [Fault(name, 1, "", "unknown file") for name in sorted(texts) if not _is_known(name)]
    known = {*packaged, *(placed.right.id for placed in rights)}
    faults += [*_unknown_signed(texts, known), *_not_read_yet(rights, today)]
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


def _is_known(name: str) -> bool:
    return name in FILES or name.startswith(RIGHTS)


def _not_read_yet(rights: Iterable[Placed], today: date) -> Iterator[Fault]:
    for placed in rights:
        if placed.right.researched > today:
            yield placed.fault("researched is a day to come")


def _unknown_signed(texts: Mapping[str, str], known: Collection[str]) -> Iterator[Fault]:
    file = "reviews.toml"
    text = texts.get(file, "")
    for table in tables(file, text, parse(file, text)[0], "review", "right"):
        if table.id not in known:
            yield table.fault("unknown right")

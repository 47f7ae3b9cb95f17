"""Files in the place of an interface: messages come as lines or as a table, changes go into a folder."""

from minplan.sync.files.faults import Fault, Unusable
from minplan.sync.files.folder import Folder
from minplan.sync.files.lines import read_lines
from minplan.sync.files.mapping import Mapping, read_mapping
from minplan.sync.files.nav_akaas import convert as from_nav_akaas
from minplan.sync.files.rows import read_rows
from minplan.sync.files.sourced import Sourced
from minplan.sync.files.table import flat

__all__ = [
    "Fault", "Folder", "Mapping", "Sourced", "Unusable", "flat", "from_nav_akaas", "read_lines", "read_mapping",
    "read_rows",
]  # fmt: skip

"""Saying that a folder is meant as it is, also where it has lost something."""

from pathlib import Path

from minplan.content.municipal import understood
from minplan.content.overlay import Fault
from minplan.content.overlay.files import texts_in
from minplan.content.overlay.keeping import keep


def accept(folder: Path, place: Path) -> list[Fault]:
    """Keep the folder at `place` as the last good one, where a running server finds it; nothing of it if it is broken.

    Gives what is broken. Raises OSError where nothing can be written.
    """
    texts, faults = texts_in(folder)
    wrong = [*faults, *understood(texts)[1]]
    if not wrong:
        keep(place, texts)
    return wrong

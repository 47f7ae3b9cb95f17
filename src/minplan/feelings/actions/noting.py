"""Verb: a citizen's own note on a picture. What another window wrote meanwhile is not lost."""

from uuid import UUID

from minplan.errors import Conflict
from minplan.feelings import own
from minplan.feelings.checkin import CheckIn
from minplan.journey import Outcome
from minplan.words import NewText


def write_note(by: UUID, checkin: UUID, seen: str, said: NewText | None) -> Outcome:
    """Let this note stand on the picture, in its language, or none. `seen` is the text that stood there before.

    Raises NotFound, or Conflict with the words of both where another text stands now.
    """
    with own.writing(by) as writing:
        stands = CheckIn.from_content(writing.one("checkin", checkin).content).note
        if said == stands:
            return Outcome("unchanged", checkin)
        if seen != (stands.text if stands else ""):
            raise Conflict("note", said, stands)
        writing.change("checkin", checkin, note={"text": said.text, "lang": said.lang} if said else None)
    return Outcome("done", checkin)

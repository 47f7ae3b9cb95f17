"""Rule of every verb in a meeting's room: whoever the citizen has said no to does nothing there."""

from uuid import UUID

from minplan.access import Change
from minplan.errors import NotAllowed
from minplan.meeting.day import store


def must_come(change: Change, meeting: UUID) -> None:
    """Raise NotAllowed for a colleague whom the citizen does not want at this meeting. They read what they may.

    The citizen is always in, and so is the contact person: without them there is nobody to do it with.
    """
    if change.viewer.relation == "team" and store.is_not_coming(change, meeting):
        raise NotAllowed("not_coming")

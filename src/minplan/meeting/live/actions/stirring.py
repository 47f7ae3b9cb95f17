"""Part of a change: something that is no change of the plan is new on the screens of those in the room."""

from uuid import UUID

from sqlmodel import Session

from minplan.meeting.live import store


def stir(session: Session, meeting: UUID) -> None:
    """Let every screen in the room fetch it again, once this transaction is done."""
    store.stir(session, [meeting])

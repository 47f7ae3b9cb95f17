"""Verbs about the plan itself: the token, who sees which track, and "I have seen it"."""

from datetime import datetime
from uuid import UUID

from minplan import access, db
from minplan.errors import Invalid, NotFound
from minplan.journal import Record
from minplan.journey.actions.common import UNCHANGED, Outcome
from minplan.journey.kinds import TOKENS, TRACKS
from minplan.journey.store import told


def choose_token(by: UUID, plan: UUID, token: str | None, seen: str | None = None) -> Outcome:
    """The drawing that stands for the citizen, or None for the first letter of the name.

    `seen` is the one that the person saw, empty for the letter.
    """
    with access.change(by, plan) as change:
        change.may("choose_token")
        if token is not None and token not in TOKENS:
            raise Invalid({"token": "unknown"})
        if change.plan.token == token:
            return UNCHANGED
        if seen is not None:
            change.compare("token", seen, change.plan.token or "", token or "")
        before = {"token": change.plan.token}
        change.plan.token = token
        change.record(Record("choose_token", "plan", change.plan.id, before=before, after={"token": token}))
        return Outcome("done", change.plan.id)


def hide_tracks(by: UUID, plan: UUID, person: UUID, tracks: set[str], seen: set[str] | None = None) -> Outcome:
    """Which tracks the citizen keeps from one professional. Nobody but the citizen can read that this was done.

    `seen` are those that were hidden when the citizen began: an older form shows nothing that a newer one hid.
    """
    with access.change(by, plan) as change:
        change.may("hide_track")
        if not tracks <= set(TRACKS):
            raise Invalid({"tracks": "unknown"})
        member = change.session.get(access.Membership, (plan, person))
        if member is None:
            raise NotFound
        hidden = _named(tracks)
        if member.hidden == hidden:
            return UNCHANGED
        if seen is not None:
            change.compare("hidden", _named(seen), member.hidden, hidden)
        before = {"hidden": member.hidden, "name": member.name}
        member.hidden = hidden
        after = {"hidden": hidden}
        change.record(
            Record("hide_tracks", "person", person, before=before, after=after, audience="citizen")
        )
        return Outcome("done", person)


def mark_seen(by: UUID, plan: UUID, until: datetime | None) -> None:
    """Remember until when somebody has read what changed, None for no moment at all. The bookmark is their own, so the
    journal is not told. Raises NotFound for a stranger."""
    viewer = access.viewer(by, plan)
    if viewer is None:
        raise NotFound
    if until is None:
        return
    with db.writing() as session:
        row: access.Plan | access.Membership
        if viewer.is_citizen:
            row = session.get_one(access.Plan, plan)
        else:
            row = session.get_one(access.Membership, (plan, by))
        row.seen_revision = max(row.seen_revision, told.reached(session.connection(), plan, viewer, until))


def _named(tracks: set[str]) -> str:
    return ",".join(track for track in TRACKS if track in tracks)

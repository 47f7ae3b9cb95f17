"""Which modules define tables. Names only: the database floor lies below the rooms and must not import them by line."""

from importlib import import_module

from sqlalchemy import MetaData
from sqlmodel import SQLModel

MODULES = (
    "minplan.words.text",
    "minplan.access.municipality",
    "minplan.access.person",
    "minplan.access.plan",
    "minplan.access.membership",
    "minplan.access.one_time",
    "minplan.access.opening",
    "minplan.access.emergency",
    "minplan.access.consent",
    "minplan.access.notice",
    "minplan.identity.sign_in",
    "minplan.journal.entry",
    "minplan.journal.pending",
    "minplan.journey.step",
    "minplan.journey.goal",
    "minplan.journey.win",
    "minplan.journey.proposal",
    "minplan.dialogue.thread",
    "minplan.dialogue.message",
    "minplan.sharing.invitation",
    "minplan.handover.handover",
    "minplan.meeting.meeting",
    "minplan.meeting.agenda",
    "minplan.meeting.booking",
    "minplan.meeting.agreed",
    "minplan.meeting.room",
    "minplan.feelings.keepsake",
    "minplan.feelings.showing",
    "minplan.rights.plan_benefit",
    "minplan.rights.prospect",
    "minplan.rights.decision",
    "minplan.rights.choice",
    "minplan.rights.dispatch",
    "minplan.rights.leaning",
    "minplan.exchange.document",
    "minplan.sync.system",
    "minplan.sync.external_ref",
    "minplan.sync.feed_item",
    "minplan.sync.in_case",
    "minplan.sync.answered",
    "minplan.sync.inbox_message",
    "minplan.sync.webhook",
)


def metadata() -> MetaData:
    """Every table of every room."""
    for name in MODULES:
        import_module(name)
    return SQLModel.metadata

"""Sharing: what the citizen lets others see, and takes back. Consents, supporters, and notices of what is new."""

from minplan.sharing.actions.accepting import accept, leave, newcomer, open_code
from minplan.sharing.actions.consents import close_what_is_over, give_consent, withdraw_consent
from minplan.sharing.actions.inviting import (
    LONGEST,
    USUAL,
    VALID,
    change_supporter,
    end_supporter,
    invite,
    take_back,
)
from minplan.sharing.actions.outbox import mail_counts, send_mail
from minplan.sharing.glimpse import Glimpse, StepGlimpse, glimpse
from minplan.sharing.invitation import Invitation, Limits, NewInvitation
from minplan.sharing.read.consents import Given, Offer, consents, offer, receipt, running_consents
from minplan.sharing.read.supporters import Invited, Standing, Supporter, Waiting, circle, invited, standing_by

__all__ = [
    "Given",
    "Glimpse",
    "Invitation",
    "Invited",
    "LONGEST",
    "Limits",
    "NewInvitation",
    "Offer",
    "Standing",
    "StepGlimpse",
    "Supporter",
    "USUAL",
    "VALID",
    "Waiting",
    "accept",
    "change_supporter",
    "circle",
    "close_what_is_over",
    "mail_counts",
    "end_supporter",
    "give_consent",
    "consents",
    "glimpse",
    "invite",
    "invited",
    "leave",
    "newcomer",
    "offer",
    "open_code",
    "receipt",
    "running_consents",
    "send_mail",
    "standing_by",
    "take_back",
    "withdraw_consent",
]

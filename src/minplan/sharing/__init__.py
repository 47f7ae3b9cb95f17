"""Sharing: what the citizen lets others see, and takes back. Consents, supporters, and notices of what is new."""

from minplan.sharing.actions.accepting import accept, leave, newcomer, open_code
from minplan.sharing.actions.inviting import (
    LONGEST,
    USUAL,
    VALID,
    change_supporter,
    end_supporter,
    invite,
    take_back,
)
from minplan.sharing.glimpse import Glimpse, StepGlimpse, glimpse
from minplan.sharing.invitation import Invitation, Limits, NewInvitation
from minplan.sharing.read.supporters import Invited, Standing, Supporter, Waiting, circle, invited, standing_by

__all__ = [
    "Glimpse",
    "Invitation",
    "Invited",
    "LONGEST",
    "Limits",
    "NewInvitation",
    "Standing",
    "StepGlimpse",
    "Supporter",
    "USUAL",
    "VALID",
    "Waiting",
    "accept",
    "change_supporter",
    "circle",
    "end_supporter",
    "glimpse",
    "invite",
    "invited",
    "leave",
    "newcomer",
    "open_code",
    "standing_by",
    "take_back",
]

"""Sharing: what the citizen lets others see, and takes back. Consents, supporters, and notices of what is new."""

from minplan.sharing.actions.accepting import accept, forget_strangers, leave, newcomer, open_code, refuse
from minplan.sharing.actions.carrying import Errand, carry
from minplan.sharing.actions.closing import end_everything
from minplan.sharing.actions.consents import give_consent, withdraw_consent
from minplan.sharing.actions.inviting import (
    LONGEST,
    USUAL,
    VALID,
    change_supporter,
    end_supporter,
    invite,
    take_back,
)
from minplan.sharing.actions.notices import choose_mail, read_news, read_notice
from minplan.sharing.actions.outbox import mail_counts, send_mail
from minplan.sharing.glimpse import Glimpse, StepGlimpse, glimpse
from minplan.sharing.invitation import Allowance, Invitation, NewInvitation
from minplan.sharing.read.consents import Given, Heard, Offer, consents, meant, offer, running_consents
from minplan.sharing.read.notices import NoticeView, mail_address, mail_goes, notices
from minplan.sharing.read.supporters import Invited, Standing, Supporter, Waiting, circle, invited, standing_by
from minplan.sharing.store.outbox import LEASE

__all__ = [
    "LEASE",
    "LONGEST",
    "USUAL",
    "VALID",
    "Allowance",
    "Errand",
    "Given",
    "Heard",
    "Glimpse",
    "Invitation",
    "Invited",
    "NewInvitation",
    "NoticeView",
    "Offer",
    "Standing",
    "StepGlimpse",
    "Supporter",
    "Waiting",
    "accept",
    "carry",
    "change_supporter",
    "choose_mail",
    "circle",
    "consents",
    "end_everything",
    "end_supporter",
    "forget_strangers",
    "give_consent",
    "glimpse",
    "invite",
    "invited",
    "leave",
    "mail_address",
    "mail_counts",
    "mail_goes",
    "meant",
    "newcomer",
    "notices",
    "offer",
    "open_code",
    "read_news",
    "read_notice",
    "refuse",
    "running_consents",
    "send_mail",
    "standing_by",
    "take_back",
    "withdraw_consent",
]

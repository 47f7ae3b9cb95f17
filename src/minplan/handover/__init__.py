"""Handover: who is my contact person. A change with a reason and a page, and a safe way to ask for another one."""

from minplan.handover.actions.about_me import set_about_me
from minplan.handover.actions.asking import answer, ask, withdraw
from minplan.handover.actions.changing import change_contact
from minplan.handover.actions.page import approve, draft, take_back
from minplan.handover.commands import AboutMe, Draft, NewContact, NewPage
from minplan.handover.handover import Handover, Petition
from minplan.handover.read.asked import asked, petition, petitions, readers
from minplan.handover.read.contacts import colleagues, contacts, is_colleague, of_contact
from minplan.handover.read.mine import about_me, left, mine, reach, to_me, to_write
from minplan.handover.views import Reached

__all__ = [
    "AboutMe",
    "Draft",
    "Handover",
    "NewContact",
    "NewPage",
    "Petition",
    "Reached",
    "about_me",
    "answer",
    "approve",
    "ask",
    "asked",
    "change_contact",
    "colleagues",
    "contacts",
    "draft",
    "is_colleague",
    "left",
    "mine",
    "of_contact",
    "petition",
    "petitions",
    "reach",
    "readers",
    "set_about_me",
    "take_back",
    "to_me",
    "to_write",
    "withdraw",
]

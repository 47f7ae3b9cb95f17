"""The resources as a system reads and sends them. `x-owner` says whose a field is: `municipality` or `citizen`."""

from minplan.sync.shapes.caseworker import Caseworker, Me
from minplan.sync.shapes.change import Change, Changes, Following
from minplan.sync.shapes.common import REF, Fault, ProblemType, ProblemTypes, Ref, Refusal, Said, Taken
from minplan.sync.shapes.consent import Consent
from minplan.sync.shapes.examples import EXAMPLES
from minplan.sync.shapes.goal import Goal, Milestone, Win
from minplan.sync.shapes.inbox import AllReceived, Kept, KeptPaging, Message, Messages
from minplan.sync.shapes.landmarks_sent import GoalSent, MilestoneSent
from minplan.sync.shapes.meeting import Agreement, Meeting
from minplan.sync.shapes.meeting_sent import MeetingSent
from minplan.sync.shapes.page import Page, Paging
from minplan.sync.shapes.people_sent import CaseworkerSent, CitizenSent, Lookup, PlanSent
from minplan.sync.shapes.plan import Citizen, Plan
from minplan.sync.shapes.step import Ball, Step
from minplan.sync.shapes.step_sent import StepSent
from minplan.sync.shapes.webhook import (
    Deliveries,
    Webhook,
    Webhooks,
    WebhookSecret,
    WebhookSent,
    WebhookStateSent,
)

__all__ = [
    "Agreement", "AllReceived", "Ball", "Caseworker", "CaseworkerSent", "Change", "Changes", "Citizen", "CitizenSent",
    "Consent", "Deliveries", "EXAMPLES", "Fault", "Following", "Goal", "GoalSent", "Kept", "KeptPaging", "Lookup",
    "Me", "Meeting", "MeetingSent", "Message", "Messages", "Milestone", "MilestoneSent", "Page", "Paging", "Plan",
    "PlanSent", "ProblemType", "ProblemTypes", "REF", "Ref", "Refusal", "Said", "Step", "StepSent", "Taken",
    "Webhook", "WebhookSecret", "WebhookSent", "WebhookStateSent", "Webhooks", "Win",
]  # fmt: skip

"""Sync: the municipality's own systems. What they may read, what they send, and what they are told of."""

from minplan.sync import shapes
from minplan.sync.actions.answering import STATUS, do_once, once
from minplan.sync.actions.bringing import bring, take_back
from minplan.sync.actions.bringing_caseworkers import bring_caseworker
from minplan.sync.actions.bringing_citizens import bring_citizen, look_up
from minplan.sync.actions.bringing_plans import bring_plan
from minplan.sync.actions.inbox import receive
from minplan.sync.actions.inbox_list import let_go, try_again
from minplan.sync.actions.inbox_settling import settle_all
from minplan.sync.actions.recognising import by_client, by_key
from minplan.sync.actions.refs import must_name
from minplan.sync.actions.sequencing import sequence
from minplan.sync.actions.showing import keep_from_case, show_in_case
from minplan.sync.actions.systems import CODE, add_system, end_system, renew_key
from minplan.sync.brought import Brought
from minplan.sync.caller import Caller
from minplan.sync.commands import NewSystem
from minplan.sync.expected import ANY, Expected
from minplan.sync.explained import problem_type, problem_types
from minplan.sync.once import Once
from minplan.sync.problem import TYPES, Pointed, Problem
from minplan.sync.read.caseworkers import caseworker, caseworkers, me
from minplan.sync.read.consents import every_consent
from minplan.sync.read.etag import etag_of
from minplan.sync.read.following import follow
from minplan.sync.read.inbox import inbox, kept
from minplan.sync.read.own_case import case_beside, own_case, readers
from minplan.sync.read.plans import called, citizen, plan, plans
from minplan.sync.read.shelves import SHELVES, one, one_by_ref, shelf
from minplan.sync.read.systems import departments, systems
from minplan.sync.standing import Standing
from minplan.sync.system import SCOPES
from minplan.sync.valid import valid

__all__ = [
    "ANY",
    "Brought",
    "CODE",
    "Caller",
    "Expected",
    "NewSystem",
    "Once",
    "Pointed",
    "Problem",
    "SCOPES",
    "SHELVES",
    "Standing",
    "STATUS",
    "TYPES",
    "add_system",
    "bring",
    "bring_caseworker",
    "bring_citizen",
    "bring_plan",
    "by_client",
    "by_key",
    "called",
    "case_beside",
    "caseworker",
    "caseworkers",
    "citizen",
    "departments",
    "do_once",
    "end_system",
    "etag_of",
    "every_consent",
    "keep_from_case",
    "follow",
    "inbox",
    "kept",
    "let_go",
    "renew_key",
    "look_up",
    "me",
    "must_name",
    "once",
    "one",
    "one_by_ref",
    "own_case",
    "plan",
    "problem_type",
    "problem_types",
    "plans",
    "readers",
    "receive",
    "sequence",
    "settle_all",
    "shapes",
    "shelf",
    "show_in_case",
    "systems",
    "take_back",
    "try_again",
    "valid",
]

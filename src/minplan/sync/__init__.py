"""Sync: the municipality's own systems. What they may read, what they send, and what they are told of."""

from minplan.sync import shapes
from minplan.sync.actions.recognising import by_key
from minplan.sync.actions.systems import add_system, end_system, renew_key
from minplan.sync.caller import Caller
from minplan.sync.commands import NewSystem
from minplan.sync.etag import etag_of
from minplan.sync.problem import TYPES, Pointed, Problem
from minplan.sync.read.steps import step
from minplan.sync.read.systems import systems
from minplan.sync.system import SCOPES

__all__ = [
    "Caller",
    "NewSystem",
    "Pointed",
    "Problem",
    "SCOPES",
    "TYPES",
    "add_system",
    "by_key",
    "end_system",
    "etag_of",
    "renew_key",
    "shapes",
    "step",
    "systems",
]

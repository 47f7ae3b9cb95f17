"""The resources as a system reads and sends them. `x-owner` says whose a field is: `municipality` or `citizen`."""

from minplan.sync.shapes.common import Fault, Ref, Refusal, Said
from minplan.sync.shapes.step import Ball, Step

__all__ = ["Ball", "Fault", "Ref", "Refusal", "Said", "Step"]

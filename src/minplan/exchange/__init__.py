"""Exchange: plan documents come in and go out, whole or not at all."""

from minplan.exchange.actions.bring_in import bring_in
from minplan.exchange.actions.demo import demo

__all__ = ["bring_in", "demo"]

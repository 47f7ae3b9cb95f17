"""Exchange: plan documents come in and go out, whole or not at all."""

from minplan.exchange.actions.bring_in import bring_in
from minplan.exchange.actions.demo import demo, documents
from minplan.exchange.actions.take_in import take_in
from minplan.exchange.actions.take_out import take_out
from minplan.exchange.reading import Unreadable, parse
from minplan.exchange.schema import schema

__all__ = ["Unreadable", "bring_in", "demo", "documents", "parse", "schema", "take_in", "take_out"]

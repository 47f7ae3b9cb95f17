"""What the command line does with files in the place of an interface."""

from minplan.sync.actions.pulling import as_sender, pull
from minplan.sync.actions.pushing import push

__all__ = ["as_sender", "pull", "push"]

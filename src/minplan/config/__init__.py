"""What a municipality may set, read once from the environment. Nonsense raises ConfigError with one clear sentence."""

from minplan.config.reading import read, settings
from minplan.config.settings import Settings
from minplan.config.values import MAILBOX, ConfigError

__all__ = ["MAILBOX", "ConfigError", "Settings", "read", "settings"]

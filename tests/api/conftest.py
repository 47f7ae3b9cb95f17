from systems import machine
from web.fixtures import amira, apart, app

__all__ = ["amira", "apart", "app", "machine"]

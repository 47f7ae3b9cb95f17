"""Signing in and out with OpenID Connect: Authlib's client, and after it what Authlib lets pass.

Loaded by whoever signs in or out, because nobody else needs the libraries.
"""

from minplan.routes.openid.leaving import end_by_token, farewell
from minplan.routes.openid.refused import Refused
from minplan.routes.openid.signing import Arrival, begin, finish
from minplan.routes.openid.who import person

__all__ = ["Arrival", "Refused", "begin", "end_by_token", "farewell", "finish", "person"]

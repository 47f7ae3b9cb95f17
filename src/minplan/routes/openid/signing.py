"""There and back: the browser goes to the provider, and comes back with a code that is worth one ID token."""

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from authlib.integrations.flask_client import OAuthError
from flask import Flask, redirect, request, session
from requests import RequestException
from werkzeug.wrappers import Response

from minplan.providers import Provider, text_at
from minplan.routes.openid.client import ISS_SENT, Client, client
from minplan.routes.openid.id_number import carried, check_names
from minplan.routes.openid.id_token import Asked, check
from minplan.routes.openid.refused import Refused
from minplan.routes.openid.tokens import opened
from minplan.routes.visitor import UNDER_WAY

PENDING = 10  # sign-ins under way in one browser; a cookie has no room for endless ones
# What a provider may answer instead of a code, and what it means to the person. Anything else is a bent answer.
ANSWERS = {
    "access_denied": "cancelled", "login_required": "cancelled", "interaction_required": "cancelled",
    "consent_required": "cancelled", "account_selection_required": "cancelled",
    "server_error": "silent", "temporarily_unavailable": "silent", "unmet_authentication_requirements": "level",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Arrival:
    """Somebody whom the provider vouches for: the claims, where they were going, what signing out there asks for."""

    claims: dict[str, Any]
    onward: str
    hint: str | None

    def at(self, provider: Provider) -> dict[str, str | None]:
        """What the house keeps of the sign-in at the provider."""
        return {
            "provider": provider.id,
            "issuer": provider.issuer,
            "subject": str(self.claims["sub"]),
            "sid": text_at(self.claims, provider.places.session) or None,
            "hint": self.hint,
        }


def begin(app: Flask, provider: Provider, back: str, onward: str = "", **more: str) -> Response:
    """Send the browser to the provider. Raises Refused when the provider does not answer."""
    for stale in [key for key in session if key.startswith(UNDER_WAY)][: -PENDING + 1 or None]:
        session.pop(stale)
    wanted: dict[str, Any] = more | {"acr_values": " ".join(provider.acr_values)}
    if provider.max_age is not None:
        wanted["max_age"] = str(provider.max_age)
    with _answering():
        used = client(app, provider)
        asked = used.create_authorization_url(back, **{name: value for name, value in wanted.items() if value != ""})
    used.save_authorize_data(redirect_uri=back, onward=onward, **asked)
    return redirect(used.to_browser(asked["url"]), 303)


def finish(app: Flask, provider: Provider) -> Arrival:
    """Whom the provider vouches for. Raises Refused when anything at all is not as it should be."""
    used = client(app, provider)
    asked = _asked(used)
    with _answering():
        sent = used.load_server_metadata()
        _check_sender(provider, sent)
        proof = {"code": request.args["code"], "code_verifier": asked["code_verifier"]}
        token = used.fetch_access_token(asked["redirect_uri"], **proof)
        header, claims = opened(token.get("id_token"), provider, used.ring)
    check(provider, header, claims, Asked(asked["nonce"], token.get("access_token"), time.time()))
    check_names(provider, claims)
    # Without a token that may be kept, signing out there goes without a hint.
    keep = "end_session_endpoint" in sent and not carried(provider, claims)
    return Arrival(claims, asked["onward"], token["id_token"] if keep else None)


def _check_sender(provider: Provider, sent: Mapping[str, Any]) -> None:
    """RFC 9207: a code of another provider's is never shown to this one."""
    given = request.args.get("iss")
    if given != provider.issuer and (given is not None or sent[ISS_SENT]):
        raise Refused("bent", "iss of the answer")


def _asked(used: Client) -> dict[str, str]:
    """What was kept when this browser went to this provider; used up by being read."""
    state = request.args.get("state", "")
    kept: dict[str, str] | None = used.framework.get_state_data(session, state)
    used.framework.clear_state_data(session, state)
    if kept is None:
        raise Refused("elsewhere")
    if "code" not in request.args:
        raise Refused(ANSWERS.get(request.args.get("error", ""), "bent"), "no code")
    return kept


@contextmanager
def _answering() -> Iterator[None]:
    """Whatever the provider does instead of answering soundly is a reason, and no error of ours."""
    try:
        yield
    except OAuthError:
        raise Refused("bent", "token endpoint refuses") from None
    except RequestException as error:
        raise Refused("bent" if isinstance(error, ValueError) else "silent", type(error).__name__) from None
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise Refused("bent", type(error).__name__) from None

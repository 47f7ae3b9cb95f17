"""The demo's own issuer: it says who somebody is because they said so. Only with MINPLAN_DEMO=1.

Everything else about it is real, so that the demo signs in the way a municipality will: code, PKCE, a signed ID token.
"""

import json
import secrets
import time
from base64 import urlsafe_b64encode
from hashlib import sha256
from urllib.parse import urlencode
from uuid import UUID

from flask import Blueprint, Response, jsonify, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from minplan import access
from minplan.routes import issuer_key
from minplan.routes.doors import DEMO_CLIENT as CLIENT, DEMO_PATH
from minplan.routes.errors import page
from minplan.routes.marks import open_to_all

DEMO_ONLY = True
CODE_SECONDS = 60
TOKEN_SECONDS = 300
LEVEL = "substantial"

bp = Blueprint("issuer", __name__, url_prefix=DEMO_PATH)


def address() -> str:
    """The issuer's name, and where the server reaches it: this very server, on the machine itself."""
    return f"http://127.0.0.1:{request.environ['SERVER_PORT']}{bp.url_prefix}"


@bp.get("/.well-known/openid-configuration")
@open_to_all
def discovery() -> Response:
    """What a client needs to know."""
    here = address()
    return jsonify(
        issuer=here,
        authorization_endpoint=f"{here}/authorize",
        token_endpoint=f"{here}/token",
        jwks_uri=f"{here}/jwks",
        end_session_endpoint=f"{here}/end-session",
        acr_values_supported=[LEVEL],
        authorization_response_iss_parameter_supported=True,
        response_types_supported=["code"],
        subject_types_supported=["public"],
        id_token_signing_alg_values_supported=[issuer_key.ALGORITHM],
        code_challenge_methods_supported=["S256"],
        token_endpoint_auth_methods_supported=["none"],
    )


@bp.get("/jwks")
@open_to_all
def jwks() -> Response:
    """The public key."""
    return jsonify(keys=[issuer_key.public()])


@bp.get("/authorize")
@open_to_all
def authorize() -> AnyResponse:
    """Let the person in whom `login_hint` names, by a code for one use. A client that is not ours gets nothing."""
    asked = request.args
    back = request.host_url + "sign-in/demo/back"
    if asked.get("client_id") != CLIENT or asked.get("redirect_uri") != back:
        return page(400)
    sound = asked.get("response_type") == "code" and asked.get("code_challenge_method") == "S256"
    person = _person(asked.get("login_hint", ""))
    if not sound or person is None:
        return _go(back, error="access_denied" if sound else "invalid_request")
    code = secrets.token_urlsafe(32)
    kept = {"sub": str(person.id), "nonce": asked.get("nonce"), "challenge": asked.get("code_challenge"), "back": back}
    access.put(f"code:{code}", json.dumps(kept), CODE_SECONDS)
    return _go(back, code=code, iss=address())


@bp.post("/token")
@open_to_all
def token() -> Response:
    """Change a code for an ID token; only for whoever can show what the challenge was made of."""
    kept = json.loads(access.take("code:" + request.form.get("code", "")) or "{}")
    asked = (request.form.get("redirect_uri"), _challenge(request.form.get("code_verifier", "")))
    if request.form.get("client_id") != CLIENT or asked != (kept.get("back"), kept.get("challenge")):
        return _unkept(jsonify(error="invalid_grant"), 400)
    # The real time, also when MINPLAN_NOW moves the product's: the other side of a signature has no other clock.
    now = int(time.time())
    claims = {
        "iss": address(), "aud": CLIENT, "sub": kept["sub"], "nonce": kept["nonce"],
        "iat": now, "exp": now + TOKEN_SECONDS, "auth_time": now, "acr": LEVEL, "sid": secrets.token_urlsafe(16),
    }
    return _unkept(
        jsonify(
            access_token=secrets.token_urlsafe(16),
            token_type="Bearer",
            expires_in=TOKEN_SECONDS,
            id_token=issuer_key.sign(claims),
        )
    )


@bp.get("/end-session")
@open_to_all
def end_session() -> AnyResponse:
    """Nobody is kept here, so that signing out is only the way back."""
    back = request.host_url + "sign-out/done"
    if request.args.get("client_id") != CLIENT or request.args.get("post_logout_redirect_uri") != back:
        return page(400)
    return _go(back)


def _go(back: str, **answer: str) -> AnyResponse:
    return redirect(f"{back}?{urlencode(answer | {'state': request.args.get('state', '')})}", 303)


def _person(hint: str) -> access.PersonView | None:
    try:
        return access.person(UUID(hint))
    except ValueError:
        return None


def _challenge(verifier: str) -> str:
    return urlsafe_b64encode(sha256(verifier.encode("utf-8", "replace")).digest()).rstrip(b"=").decode()


def _unkept(response: Response, status: int = 200) -> Response:
    response.status_code = status
    response.headers["Cache-Control"] = "no-store"
    return response

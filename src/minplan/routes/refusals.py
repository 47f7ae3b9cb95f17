"""Every way in which a sign-in can fail is a page of its own: what happened, and what to do now.

Nothing that an address or a provider says is shown, and nothing personal is logged.
"""

import logging

from flask import make_response, render_template
from werkzeug.wrappers import Response

from minplan.providers import CITIZEN, DEMO, STAFF, Provider

# The reasons, and their status. What stands on each page is in templates/sign_in/_reasons.html.
STATUS = {
    "cancelled": 400,  # the person turned back
    "elsewhere": 400,  # another browser, another window, or an hour ago
    "silent": 503,  # the provider does not answer
    "bent": 502,  # the provider's answer is not sound
    "clock": 502,  # its clock and ours differ
    "level": 403,  # the person proved too little
    "stale": 403,  # the person proved it too long ago
    "unknown": 403,  # nobody here, or not any more
    "young": 403,  # not yet 18
    "role": 403,  # a colleague without a role here
    "places": 403,  # a colleague whose new role cannot have the places that they have
}

# The provider has let the person in, and on a shared computer whoever comes next.
VOUCHED = {"level", "stale", "unknown", "young", "role", "places"}

_log = logging.getLogger("minplan.sign_in")


def closed(provider: Provider, reason: str, detail: str = "") -> Response:
    """The page of a reason. `detail` is for the log, and always words of our own."""
    note("sign-in refused", provider, reason, detail)
    return page(provider, reason)


def page(provider: Provider, reason: str) -> Response:
    """It has an address of its own, where it can be read in another language."""
    here = f"/sign-in/{provider.id}"
    response = make_response(
        render_template(
            "sign_in/refused.html",
            reason=reason,
            leave=provider.id if reason in VOUCHED and provider.kind != DEMO else None,
            again=here if provider.kind in (CITIZEN, STAFF) else "/sign-in",
            colleague=provider.kind == STAFF,
            in_language=lambda code: f"{here}/why/{reason}?lang={code}",
        ),
        STATUS[reason],
    )
    response.headers["Cache-Control"] = "no-store"
    return response


def note(what: str, provider: Provider, reason: str, detail: str) -> None:
    """One line for whoever runs this."""
    _log.warning(what, extra={"fields": {"provider": provider.id, "reason": reason, "detail": detail}})

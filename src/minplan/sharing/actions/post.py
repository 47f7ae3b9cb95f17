"""The way to the mail server: encrypted and verified, unless it is on this very machine."""

import ssl
from smtplib import SMTP, SMTP_SSL
from urllib.parse import unquote, urlsplit

from minplan.config import Settings

SECONDS = 30  # for each answer
_LOOPBACK = ("127.0.0.1", "localhost", "::1")


def connect(settings: Settings) -> SMTP:
    """A conversation that is ready for a letter. Raises OSError or SMTPException, also for a wrong certificate."""
    to = urlsplit(settings.smtp_url)
    host, own = to.hostname or "", urlsplit(settings.public_url).hostname or "localhost"
    trusted = ssl.create_default_context()
    server: SMTP
    if to.scheme == "smtps":
        server = SMTP_SSL(host, to.port or 465, local_hostname=own, timeout=SECONDS, context=trusted)
    else:
        server = SMTP(host, to.port or 587, local_hostname=own, timeout=SECONDS)
    try:
        _prepare(server, to.scheme == "smtp" and host not in _LOOPBACK, trusted)
        if to.username:
            server.login(unquote(to.username), unquote(to.password or ""))
    except BaseException:
        server.close()
        raise
    return server


def _prepare(server: SMTP, in_the_open: bool, trusted: ssl.SSLContext) -> None:
    if in_the_open:
        server.starttls(context=trusted)
    server.ehlo_or_helo_if_needed()

"""The way to the mail server is encrypted and verified, or it is no way: nothing is sent, and no password either."""

import datetime
import ipaddress
import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP as Server, AuthResult
from cast import Plan
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from minplan import access, clock, config, db, sharing
from minplan.access import HOME, Person
from minplan.sharing.actions import post

Send = Callable[[str], dict[str, int]]


@dataclass
class Inbox:
    """What arrived, and with which passwords somebody came."""

    got: list[list[str]] = field(default_factory=list)
    passwords: list[bytes] = field(default_factory=list)

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:
        self.got.append(envelope.rcpt_tos)
        return "250 OK"

    def let_in(self, _server: Any, _session: Any, _envelope: Any, _mechanism: str, credentials: Any) -> AuthResult:
        self.passwords.append(credentials.password)
        return AuthResult(success=credentials.password == b"p@ss")


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for 127.0.0.1 that nobody trusts yet."""
    key, name = ec.generate_private_key(ec.SECP256R1()), x509.Name([])
    now = datetime.datetime.now(datetime.UTC)
    here = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))])
    made = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
    made = made.not_valid_before(now).not_valid_after(now + datetime.timedelta(days=1))
    signed = made.add_extension(here, critical=True).sign(key, hashes.SHA256())
    private = (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    place = tmp_path_factory.mktemp("tls") / "both.pem"
    place.write_bytes(signed.public_bytes(serialization.Encoding.PEM) + key.private_bytes(*private))
    return place


class _StartsTls(Controller):
    """A server that offers STARTTLS, as on port 587."""

    def factory(self) -> Server:
        return Server(self.handler, **self.SMTP_kwargs)


def _believe(controller: Any) -> None:
    """The server's own first knock would come without TLS."""
    controller.smtpd = controller.factory()
    controller._factory_invoked.set()


@contextmanager
def running(inbox: Inbox, kind: type[Controller], **options: Any) -> Iterator[int]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = kind(inbox, hostname="127.0.0.1", port=port, **options)
    server.start()
    try:
        yield port
    finally:
        server.stop()


def context(certificate: Path) -> ssl.SSLContext:
    made = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    made.load_cert_chain(certificate)
    return made


@pytest.fixture
def send(amira: Plan, monkeypatch: pytest.MonkeyPatch) -> Send:
    """Send one letter by way of a server that counts as one elsewhere; what came of it."""
    monkeypatch.setattr(post, "_LOOPBACK", ())

    def away(url: str) -> dict[str, int]:
        set_up = {"smtp_url": url, "mail_from": "minplan@example.dk", "public_url": "https://plan.example.dk"}
        found = replace(config.settings(), **set_up)  # type: ignore[arg-type]
        monkeypatch.setattr(config, "settings", lambda: found)
        with db.writing() as session:
            session.get_one(Person, amira.bo).email = "bo@example.dk"
            access.tell(session, HOME, amira.id, [amira.bo], "news", clock.now())
        assert sharing.send_mail()
        return {state: count for state, count in sharing.mail_counts().items() if count}

    return away


@pytest.mark.parametrize("trusted", [True, False])
@pytest.mark.parametrize("scheme", ["smtps", "smtp"])
def test_a_letter_goes_only_to_a_server_that_proves_who_it_is(
    send: Send, certificate: Path, monkeypatch: pytest.MonkeyPatch, scheme: str, trusted: bool
) -> None:
    inbox, tls = Inbox(), context(certificate)
    kind, options = (Controller, {"ssl_context": tls}) if scheme == "smtps" else (_StartsTls, {"tls_context": tls})
    if scheme == "smtps":
        monkeypatch.setattr(Controller, "_trigger_server", _believe)
    if trusted:
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with running(inbox, kind, authenticator=inbox.let_in, auth_require_tls=scheme == "smtp", **options) as port:
        outcome = send(f"{scheme}://minplan:p%40ss@127.0.0.1:{port}")
    assert outcome == ({"sent": 1} if trusted else {"waiting": 1})
    assert inbox.passwords == ([b"p@ss"] if trusted else [])
    assert inbox.got == ([["bo@example.dk"]] if trusted else [])


def test_a_server_elsewhere_without_encryption_hears_nothing(send: Send) -> None:
    inbox = Inbox()
    with running(inbox, Controller, authenticator=inbox.let_in, auth_require_tls=False) as port:
        assert send(f"smtp://minplan:p%40ss@127.0.0.1:{port}") == {"waiting": 1}
    assert not inbox.passwords and not inbox.got


@pytest.mark.parametrize(
    "url", ["http://a.example.dk", "smtp://", "smtp://user@a.example.dk", "smtp://a.example.dk/path", "smtp://a b"]
)
def test_nonsense_is_no_mail_server(url: str) -> None:
    with pytest.raises(config.ConfigError, match="MINPLAN_SMTP_URL"):
        config.read({"MINPLAN_SMTP_URL": url})


def test_mail_needs_a_sender_and_an_address_to_lead_to() -> None:
    with pytest.raises(config.ConfigError, match="needs MINPLAN_MAIL_FROM"):
        config.read({"MINPLAN_SMTP_URL": "smtp://127.0.0.1:25", "MINPLAN_MAIL_FROM": "a@example.dk"})

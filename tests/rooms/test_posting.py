"""A receiver shows who it is, or hears nothing: real TLS, and the certificates that the operating system trusts."""

import ssl
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from minplan.sync.actions import posting
from minplan.sync.egress import Place


def certificate(place: Path, name: str) -> Path:
    """A key and its own certificate for a name, in one file."""
    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.now(UTC)
    own = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    made = (
        x509.CertificateBuilder()
        .subject_name(own).issuer_name(own).public_key(key.public_key()).serial_number(1)
        .not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )  # fmt: skip
    plain = (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    file = place / f"{name}.pem"
    file.write_bytes(key.private_bytes(*plain) + made.public_bytes(serialization.Encoding.PEM))
    return file


class _Takes(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(autouse=True)
def _trusts_anew() -> Iterator[None]:
    posting._trust.cache_clear()
    yield
    posting._trust.cache_clear()


@pytest.mark.parametrize(
    ("shows", "trusted", "said"),
    [("localhost", True, (204, None)), ("localhost", False, (None, "tls")), ("other.example", True, (None, "tls"))],
)
def test_only_a_receiver_with_the_hosts_certificate_hears(
    shows: str, trusted: bool, said: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = certificate(tmp_path, shows)
    if trusted:
        monkeypatch.setenv("SSL_CERT_FILE", str(file))
    monkeypatch.setenv("https_proxy", "http://127.0.0.1:1")
    here = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    here.load_cert_chain(file)
    with HTTPServer(("127.0.0.1", 0), _Takes) as server:
        server.socket = here.wrap_socket(server.socket, server_side=True)
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        line = posting.Line()
        answer = line.post(Place(True, "localhost", server.server_port, "/"), b"{}", {})
        line.close()
        server.shutdown()
    assert (answer.status, answer.problem) == said

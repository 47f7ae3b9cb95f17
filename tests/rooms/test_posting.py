"""A receiver shows who it is, or hears nothing: real TLS, and the certificates that the operating system trusts.

What it answers is listened to for a while and up to a size, whatever it says of that."""

import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Event, Thread
from time import monotonic

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


CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"


class _Says:
    """A receiver that answers each request of a connection with these bytes, and the last one with more without end."""

    def __init__(self, *answers: bytes, endless: bytes = b"", pause: float = 0) -> None:
        self.answers, self.endless, self.pause = answers, endless, pause
        self.lines, self.sent, self.over = 0, 0, Event()

    def serve(self, listening: socket.socket) -> None:
        with suppress(OSError):
            while True:
                self._answer(listening.accept()[0])

    def _answer(self, line: socket.socket) -> None:
        self.lines += 1
        with suppress(OSError), line:
            for answer in self.answers:
                if not _whole_request(line):
                    return
                line.sendall(answer)
            while self.endless and not self.over.wait(self.pause):
                self.sent += line.send(self.endless)


def _whole_request(line: socket.socket) -> bool:
    """Its head and its body may come one after the other. False where nobody asks any more."""
    said = b""
    while not said.endswith(b"\r\n\r\n{}"):
        more = line.recv(9000)
        if not more:
            return False
        said += more
    return True


@contextmanager
def _saying(said: _Says) -> Iterator[Place]:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = Thread(target=said.serve, args=(listening,), daemon=True)
        thread.start()
        yield Place(False, "127.0.0.1", listening.getsockname()[1], "/")
        said.over.set()
        listening.shutdown(socket.SHUT_RDWR)
    thread.join(5)


@pytest.mark.parametrize("size", [b"-1", b"ffffffffffff", b"fffff", b"+5", b"", b"0x5", b"5" * 300, b"-ffff"])
def test_a_chunk_of_any_size_fills_nothing(size: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(posting, "LONGEST", 5)
    said = _Says(CHUNKED + size + b"\r\n", endless=b"x" * 65_536)
    with _saying(said) as place:
        begun, line = monotonic(), posting.Line()
        answer = line.post(place, b"{}", {})
        line.close()
        assert (answer.status, answer.problem) == (200, None)
        assert monotonic() - begun < 4
    assert said.sent < 20_000_000  # what fits between the two, and was read by nobody


BODIES = [b"0\r\n\r\n", b"2\r\nok\r\n0\r\n\r\n", b"2;a=b\r\nok\r\nA\r\n0123456789\r\n0\r\n\r\n"]


@pytest.mark.parametrize("body", BODIES)
def test_an_answer_in_chunks_leaves_the_line_open(body: bytes) -> None:
    said = _Says(CHUNKED + body, CHUNKED + body)
    with _saying(said) as place:
        line = posting.Line()
        assert [line.post(place, b"{}", {}).status for _ in range(2)] == [200, 200]
        line.close()
    assert said.lines == 1


def test_headers_that_drip_are_no_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(posting, "LONGEST", 0.3)
    said = _Says(b"HTTP/1.1 200 OK\r\n", endless=b"X: y\r\n", pause=0.05)
    with _saying(said) as place:
        watch = posting.Watch()
        line = watch.take(posting.Line())
        answer = line.post(place, b"{}", {})
        watch.leave(line)
        watch.close()
    assert (answer.status, answer.problem) == (None, "timeout")

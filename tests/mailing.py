"""A real mail server that can be slow, rude or gone, for whatever sends letters."""

import asyncio
import os
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from multiprocessing import get_context
from multiprocessing.context import BaseContext
from pathlib import Path
from threading import Event
from typing import Any
from uuid import uuid4

from aiosmtpd.controller import Controller
from sqlalchemy import Engine

from minplan import cli, clock

POST = {"mail_from": "minplan@example.dk", "public_url": "https://plan.example.dk"}


@dataclass
class MailServer:
    """What it got, and how it answers: `says` by command; `stuck` hangs there until it is let go."""

    got: list[tuple[list[str], bytes]] = field(default_factory=list)
    says: dict[str, str] = field(default_factory=dict)
    stuck: str = ""
    reached: Event = field(default_factory=Event)
    port: int = 0

    async def handle_RCPT(self, _server: Any, _session: Any, envelope: Any, address: str, _options: Any) -> str:
        await self._at("RCPT")
        if "RCPT" in self.says:
            return self.says["RCPT"]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:
        self.got.append((envelope.rcpt_tos, envelope.content))
        await self._at("DATA")
        return self.says.get("DATA", "250 OK")

    async def _at(self, command: str) -> None:
        if command == (self.stuck or "DATA"):
            self.reached.set()
        while self.stuck == command:
            await asyncio.sleep(0.02)


@contextmanager
def running() -> Iterator[MailServer]:
    """The server, as long as the block lasts."""
    found = MailServer()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        found.port = free.getsockname()[1]
    controller = Controller(found, hostname="127.0.0.1", port=found.port)
    controller.start()
    yield found
    found.stuck = ""
    controller.stop()


@dataclass(frozen=True)
class Worker:
    """`minplan work` in a process of its own, and where what it says is kept."""

    process: Any
    said: Path

    def wait(self, seconds: float) -> int:
        """How it ended."""
        self.process.join(seconds)
        assert self.process.exitcode is not None, "it has not ended"
        return int(self.process.exitcode)

    def says(self, seconds: float) -> str:
        """What it said until it ended."""
        self.wait(seconds)
        return self.said.read_text("utf-8")


def worker(engine: Engine, mail: MailServer, place: Path, *words: str, official: str = "") -> Worker:
    """`minplan work` as a process of its own, which sends through `mail`; `official` is the municipality's mailbox."""
    environment = {
        "DATABASE_URL": engine.url.render_as_string(hide_password=False),
        "MINPLAN_DATA": str(place),
        "MINPLAN_NOW": clock.now().isoformat(),
        "MINPLAN_SMTP_URL": f"smtp://127.0.0.1:{mail.port}",
        "MINPLAN_OFFICIAL_MAIL": official,
        "MINPLAN_MAIL_FROM": POST["mail_from"],
        "MINPLAN_PUBLIC_URL": POST["public_url"],
    }
    said = place / f"said-{uuid4()}"
    process = _nursery().Process(target=_work, args=(os.environ | environment, words, said), daemon=True)  # type: ignore[attr-defined]
    process.start()
    return Worker(process, said)


@cache
def _nursery() -> BaseContext:
    """Where workers are born: they share nothing, but what is read from the disk for all of them is read once."""
    found = get_context("forkserver")
    found.set_forkserver_preload(["minplan.cli", "minplan.commands.work", "mailing"])
    return found


def _work(environment: dict[str, str], words: tuple[str, ...], said: Path) -> None:
    os.environ.clear()
    os.environ.update(environment)
    with said.open("w", encoding="utf-8") as sys.stdout:
        code = cli.main(["work", *words])
    sys.exit(code)

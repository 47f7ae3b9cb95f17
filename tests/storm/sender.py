"""Systems that send: each of some plans its own, one version after another, and again whatever was not answered."""

from collections import Counter
from random import Random
from threading import Lock, Thread
from typing import Any
from uuid import UUID

from storm.line import Line
from storm.world import World

AGAIN = 0.05  # of the batches that are sent once more though they were answered
BATCH = 20


class Sender:
    """`sent` counts the changes of each subject; `stands` says which words were sent last."""

    def __init__(self, world: World, port: int, key: str, changes: int, threads: int = 4, first: int = 0) -> None:
        self.sent, self.stands = Counter[str](), dict[str, str]()
        self.outcomes, self.faults = Counter[str](), 0
        self._world, self._port, self._key, self._lock = world, port, key, Lock()
        self._first = first
        self._threads = [Thread(target=self._go, args=(turn, threads, changes)) for turn in range(threads)]
        self.errors: list[BaseException] = []

    @property
    def count(self) -> int:
        """How many changes have been answered."""
        return self.sent.total()

    @property
    def is_busy(self) -> bool:
        """Whether any is still to come."""
        return any(thread.is_alive() for thread in self._threads)

    def start(self) -> None:
        """Begin."""
        for thread in self._threads:
            thread.start()

    def join(self) -> None:
        """Wait for all of it. Raises what went wrong."""
        for thread in self._threads:
            thread.join()
        if self.errors:
            raise self.errors[0]

    def _go(self, turn: int, threads: int, changes: int) -> None:
        line, chance = Line(self._port, self._key), Random(turn)
        plans = [plot.plan for plot in self._world.plots][turn::threads]
        try:
            waiting = [self._message(plans[at % len(plans)], self._first + at) for at in range(changes // threads)]
            for at in range(0, len(waiting), BATCH):
                self._send(line, waiting[at : at + BATCH], chance.random() < AGAIN)
        except BaseException as error:
            self.errors.append(error)
        self.faults += line.faults
        line.close()

    def _message(self, plan: UUID, version: int) -> dict[str, Any]:
        subject = f"s-{plan}"
        data: dict[str, Any] = {"title": {"text": f"Udgave {version}"}}
        return {"id": f"{subject}-{version}", "type": "step", "subject": subject, "plan": str(plan),
                "version": version, "data": data | self._whole(plan)}  # fmt: skip

    def _whole(self, plan: UUID) -> dict[str, Any]:
        return {"milestone": self._world.milestones[plan], "kind": "law", "law": "LAB § 27",
                "why": {"text": "For at vide det"}, "tracks": ["health"]}  # fmt: skip

    def _send(self, line: Line, messages: list[dict[str, Any]], again: bool) -> None:
        for _ in range(1 + again):
            status, said, _ = line.ask("POST", "/inbox", {"messages": messages})
            assert status == 200, said
        with self._lock:
            for message, came in zip(messages, said["items"], strict=True):
                self.outcomes[came["outcome"] if came["outcome"] != "twice" else f"twice, {came['first']}"] += 1
                self.sent[message["subject"]] += 1
                self.stands[message["subject"]] = message["data"]["title"]["text"]

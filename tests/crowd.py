"""Many clients at one plan, as a server has them: threads in processes, and each client has a step of its own."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context
from uuid import UUID

from sqlalchemy import select

from minplan import db, journey
from minplan.errors import Conflict
from minplan.journey.step import Step
from minplan.words import NewText

PROCESSES, THREADS = 2, 4


@dataclass
class Came:
    """What came of one client's edits."""

    accepted: list[tuple[UUID, str]] = field(default_factory=list)
    conflicts: int = 0
    errors: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Client:
    """Somebody who edits, in turn, the title that all of them edit and one that is theirs alone."""

    name: str
    by: UUID
    plan: UUID
    shared: UUID
    own: UUID
    edits: int

    def work(self) -> Came:
        came = Came()
        for turn in range(self.edits):
            self._edit(came, self.shared if turn % 2 else self.own, f"{self.name}, gang {turn}")
        return came

    def _edit(self, came: Came, step: UUID, text: str) -> None:
        try:
            with db.reading() as connection:
                seen = connection.execute(select(Step.title_id).where(Step.id == step)).scalar_one()  # type: ignore[call-overload]
            journey.reword(self.by, self.plan, step, "title", seen, NewText(text=text, lang="da"))
        except Conflict:
            came.conflicts += 1
        except Exception as error:  # noqa: BLE001 - whatever it is, the test tells it
            came.errors.append(f"{type(error).__name__}: {error}"[:300])
        else:
            came.accepted.append((step, text))


def at_once(url: str, clients: list[Client]) -> list[Came]:
    """Let all of them work at the same time."""
    groups = [clients[start::PROCESSES] for start in range(PROCESSES)]
    with get_context("spawn").Pool(PROCESSES) as processes:
        return [came for group in processes.starmap(_process, [(url, group) for group in groups]) for came in group]


def _process(url: str, clients: list[Client]) -> list[Came]:
    db.use(db.open_engine(url))
    with ThreadPoolExecutor(THREADS) as threads:
        return list(threads.map(Client.work, clients))

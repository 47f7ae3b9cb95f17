"""Several people write in one meeting at the same time: each edit is accepted or shown as a conflict, none is lost."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from uuid import UUID

from cast import Plan, said
from meetings import opened
from props import revision

from minplan import access, meeting
from minplan.errors import Conflict

CLIENTS, EDITS = 4, 12


def stands(amira: Plan, hour: UUID, point: UUID) -> tuple[UUID, str | None]:
    with access.view(amira.citizen, amira.id) as view:
        found = next(each for each in meeting.one(view, hour).agenda if each.id == point)
        return found.text_id, found.text.text


def test_every_second_edit_in_the_same_words(amira: Plan) -> None:
    hour, who = opened(amira), (amira.citizen, amira.bo)
    shared, *own = (
        meeting.add_point(amira.citizen, amira.id, hour, said(f"Punkt {number}")).subject_id
        for number in range(CLIENTS + 1)
    )
    before = revision(amira)

    def work(number: int) -> list[tuple[UUID, UUID, UUID]]:
        """What was accepted: the point, the text that it found, and the text that it left."""
        accepted = []
        for turn in range(EDITS):
            point = shared if turn % 2 else own[number]
            assert point
            seen, _ = stands(amira, hour, point)
            words = said(f"Klient {number}, gang {turn}")
            try:
                left = meeting.reword_point(who[number % 2], amira.id, hour, point, seen, words)
            except Conflict:
                continue
            accepted.append((point, seen, left))
        return accepted

    with ThreadPoolExecutor(CLIENTS) as threads:
        came = [edit for each in threads.map(work, range(CLIENTS)) for edit in each]
    assert revision(amira) == before + len(came)
    assert max(Counter((point, seen) for point, seen, _ in came).values()) == 1, "two wrote over the same words"
    for point in (shared, *own):
        left = {text for where, _, text in came if where == point} - {seen for where, seen, _ in came if where == point}
        assert point and left == {stands(amira, hour, point)[0]}

"""A system of the municipality that reads what is a part of its case, and a citizen who has shown it a goal."""

from uuid import UUID

from minplan import access, journey, office, sync


def connect_system(people: dict[str, UUID], yusuf: dict[str, UUID]) -> None:
    """Let a system in, let it read Yusuf's plan, and let Yusuf show his first goal."""
    new = sync.NewSystem(code="fagsystem", name="Fagsystemet", scopes=sync.SCOPES)
    _, key = sync.add_system(office.operator(access.HOME), new)
    assert key
    sync.plan(sync.by_key(key), yusuf["plan"])
    with access.view(people["Yusuf"]) as view:
        goal = journey.way(view).goals[0]
    sync.show_in_case(people["Yusuf"], yusuf["plan"], goal.id, goal.title_id)

"""A system that follows the feed and keeps what it hears, beside what it would read if it began anew."""

from typing import Any
from uuid import UUID

from minplan import office, sync
from minplan.access import HOME
from minplan.sync import Caller
from minplan.sync.read.changes import changes
from minplan.sync.read.everything import beginning, everything
from minplan.sync.shapes import Following

Things = dict[tuple[str, UUID], Any]


class Reader:
    """One system. `things` is what it has by type and id; of a plan about which it is told that eyes were opened or
    closed it reads everything again, as the guide says."""

    def __init__(self, code: str, *departments: str) -> None:
        new = sync.NewSystem(code=code, name=code.title(), scopes=sync.SCOPES, departments=departments)
        _, key = sync.add_system(office.operator(HOME), new)
        assert key
        self._caller: Caller = sync.by_key(key)
        self.code, self._departments = code, departments
        self._after = beginning(self._caller)
        self.things = self.anew()
        self.strange: list[tuple[str, UUID]] = []  # of which it was told that they are gone, and never knew them

    def anew(self) -> Things:
        """All that it may read at this moment."""
        told = everything(self._caller, self._after)
        return {(each.subject.type, each.subject.id): each.data for each in told}

    def follow(self, most: int = 200) -> None:
        """Do what is new."""
        more = True
        while more:
            page = changes(self._caller, Following(after=self._after, limit=most))
            for each in page.items:
                self._do(each)
            self._after, more = page.next, page.more

    def _do(self, told: Any) -> None:
        subject = told.subject.type, told.subject.id
        if told.deleted:
            if self.things.pop(subject, None) is None:
                self.strange.append(subject)
        else:
            self.things[subject] = told.data
        if subject[0] == "plan" and told.deleted:
            gone = [key for key, data in self.things.items() if getattr(data, "plan", data.id) == told.plan]
            self.things = {key: data for key, data in self.things.items() if key not in gone}
        elif subject[0] == "plan":
            self._again("plan", "citizen", "consent")
        elif subject[0] == "consent" and told.data and told.data.department in self._departments:
            self._again(*sync.SHELVES, "plan", "citizen")

    def _again(self, *types: str) -> None:
        """As the guide says of those that tell of eyes that were opened or closed."""
        kept = {key: data for key, data in self.things.items() if key[0] not in types}
        self.things = kept | {key: data for key, data in self.anew().items() if key[0] in types}

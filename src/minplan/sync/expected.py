"""Rule: what has to hold of a resource before it is changed, as the caller has said."""

from dataclasses import dataclass

from pydantic import BaseModel

from minplan.sync.problem import Problem
from minplan.sync.read.etag import etag_of

ANY = "*"


@dataclass(frozen=True, slots=True)
class Expected:
    """`etags` are those that the caller has seen, `*` among them whichever there is; `absent`: it is not there yet.

    Neither is asked of a message, whose own version says what is newer. To whoever may not read what stands there it is
    `unread`.
    """

    etags: frozenset[str] = frozenset()
    absent: bool = False
    unread: bool = False

    def must_fit_unread(self, current: BaseModel) -> None:
        """The same before anything is compared, where it may not be read: a guess that is right is answered like one
        that is wrong."""
        if self.unread:
            self.must_fit(current)

    def must_fit(self, current: BaseModel) -> None:
        """Raise Problem where this is not what the caller has seen."""
        if self.absent:
            raise Problem("changed", "If-None-Match: * asks for nothing, and there is something.")
        if self.etags and ANY not in self.etags and etag_of(current) not in self.etags:
            raise Problem("changed")

    def must_fit_nothing(self) -> None:
        """Raise Problem where the caller has seen something, and there is nothing."""
        if self.etags:
            raise Problem("changed", "If-Match asks for something, and there is nothing.")

"""One form of the web: who sends it, where, filled how, and which of its fields hold words."""

from dataclasses import dataclass

from web.browser import Browser
from web.stage import Stage
from werkzeug.test import TestResponse

Form = dict[str, str]



@dataclass(frozen=True)
class Deed:
    """One form, filled soundly. `where` stands below the plan's address; `{names}` are ids of the stage.

    `words` are the fields in which somebody writes; `told` is what the next page says when it is done.
    """

    who: str
    where: str
    form: Form
    words: tuple[str, ...] = ()
    told: str = ""

    def do(self, stage: Stage, browser: Browser | None = None, **changed: str) -> TestResponse:
        """Send the form, with some fields changed."""
        browser = browser or stage.browser(self.who)
        return browser.post(self.address(stage), data=self.filled(stage) | changed)

    def address(self, stage: Stage) -> str:
        return f"{stage.address}/{self.where.format(**stage.amira)}"

    def filled(self, stage: Stage) -> Form:
        return {name: value.format(**stage.amira) for name, value in self.form.items()}

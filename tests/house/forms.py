"""The forms of a page: where each leads, and its fields with what stands in them."""

from html.parser import HTMLParser


class Forms(HTMLParser):
    """All forms that post, as pairs of address and fields."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.inside = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.inside = values.get("method") == "post"
            if self.inside:
                self.found.append((values["action"], {}))
        elif self.inside and "name" in values:
            self.found[-1][1].setdefault(values["name"], values.get("value", ""))

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag != "form"

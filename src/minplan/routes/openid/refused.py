"""Why somebody does not come in."""


class Refused(Exception):
    """`reason` is one of the table in routes/refusals.py. `detail` is for whoever runs this: never anything personal,
    and never the words of the provider or of an address."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}" if detail else reason)
        self.reason = reason
        self.detail = detail

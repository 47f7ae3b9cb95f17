"""What an answer says, be it a page or a paper."""

import pypdfium2
from werkzeug.test import TestResponse

BROKEN = str.maketrans("", "", "\u00ad\u0002\ufffe")  # stands where a word is broken at the end of a line


def texts(pdf: bytes) -> list[str]:
    """The words on each page of a PDF."""
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)]


def printed(pdf: bytes) -> str:
    """The words on all pages of a PDF."""
    return "\n".join(texts(pdf))


def says(answer: TestResponse) -> str:
    """The words of a page, or of a PDF without the breaks of its lines. A picture says what its file says."""
    if answer.mimetype == "image/png":
        return ""
    if answer.mimetype != "application/pdf":
        return answer.get_data(as_text=True)
    return " ".join(printed(answer.data).translate(BROKEN).split())

"""What an answer says, be it a page or a paper."""

import pypdfium2
from werkzeug.test import TestResponse

BROKEN = str.maketrans("", "", "\u00ad\u0002\ufffe")  # stands where a word is broken at the end of a line


def says(answer: TestResponse) -> str:
    """The words of a page, or of a PDF as they stand on the paper. A picture of a paper says what its file says."""
    if answer.mimetype.startswith("image/png"):
        return ""
    if answer.mimetype != "application/pdf":
        return answer.get_data(as_text=True)
    pages = (page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(answer.data))
    return " ".join(" ".join(pages).translate(BROKEN).split())

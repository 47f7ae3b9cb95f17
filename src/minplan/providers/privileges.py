"""Rule: the privilege list of the Danish basic privilege profile (OIOBPP), as KOMBIT's Context Handler sends it."""

from base64 import b64decode
from xml.etree import ElementTree

GROUP, PRIVILEGE = "PrivilegeGroup", "Privilege"


def privileges(text: str, scope: str = "") -> list[str] | None:
    """The roles in such a list, only those of `scope` where one is named; None when the text is no such list.

    One Context Handler serves many municipalities: without a scope another one's role would count here.
    """
    try:
        written = b64decode(text, validate=True).strip()
    except ValueError:
        return None
    # A document type could make a few bytes grow into gigabytes; a privilege list has none, in no encoding.
    if not written.startswith(b"<") or b"<!" in written or b"\0" in written:
        return None
    try:
        root = ElementTree.fromstring(written)  # nosec B314: it has no document type, see above
    except (ElementTree.ParseError, ValueError, LookupError):
        return None
    groups = [each for each in root.iter() if _name(each) == GROUP and scope in ("", each.get("Scope"))]
    return [(each.text or "").strip() for group in groups for each in group if _name(each) == PRIVILEGE]


def _name(element: ElementTree.Element) -> str:
    return str(element.tag).rpartition("}")[2]

"""The editor's home: which texts and languages there are, and what is still a draft. To be read, for now."""

from collections import Counter

from flask import current_app, render_template

from minplan import content, language
from minplan.routes.marks import allows
from minplan.routes.office.blueprint import bp


@bp.get("/texts")
@allows("editor")
def texts() -> str:
    settings = current_app.extensions["minplan"]
    return render_template(
        "office/texts.html",
        phrases=sorted(Counter(phrase.kind for phrase in content.phrases().values()).items()),
        offered=language.offered(settings.languages),
    )

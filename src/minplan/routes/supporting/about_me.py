"""What the house knows of somebody who stands by others: to read, and to take home."""

from flask import make_response, render_template
from flask.typing import ResponseReturnValue

from minplan import own_data
from minplan.routes import reply
from minplan.routes.marks import allows
from minplan.routes.own_data.blueprint import as_json
from minplan.routes.supporting.blueprint import RELATIONS, bp
from minplan.routes.visitor import visitor
from minplan.words import Words

MOST = 50  # openings to read; the file has them all


@bp.get("/supporting/me")
@allows(*RELATIONS)
def about_me() -> ResponseReturnValue:
    found = own_data.as_supporter(visitor().person_id)
    page = render_template(
        "supporting/about_me.html",
        places=found["places"],
        openings=found["openings"],
        written=[Words(row["body"], row["lang"], row["phrase"], row["slots"]) for row in found["words"]],
        citizens={place["plan_id"]: place["citizen"] for place in found["places"]},
        most=MOST,
    )
    return reply.unkept(make_response(page))


@bp.get("/supporting/me.json")
@allows(*RELATIONS)
def about_me_as_file() -> ResponseReturnValue:
    return as_json(own_data.everything_as_supporter(visitor().person_id), "minplan.json")

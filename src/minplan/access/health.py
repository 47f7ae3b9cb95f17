"""Whether the database answers, with the tables of this version in it."""

from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError

from minplan import db
from minplan.access.person import Person


def database_answers() -> bool:
    """True when a question to the database comes back; never raises for a database that is down or empty."""
    try:
        with db.reading() as connection:
            connection.execute(select(Person.__table__.c.id).limit(1))  # type: ignore[attr-defined]
    except (SQLAlchemyError, OSError):
        return False
    return True

"""The office: who works here and on whose plan, finding a citizen by number, the emergency, and the spot checks."""

from minplan.office.actions.emergency import at_the_glass, open_in_emergency, running
from minplan.office.actions.lookup import look_up
from minplan.office.actions.municipalities import add_municipality, municipalities
from minplan.office.actions.people import add, change, come_back, end
from minplan.office.actions.places import end_place, give_place
from minplan.office.actions.spot_checks import check_opening, spot_checks
from minplan.office.commands import NewCitizen, NewEmergency, NewPerson, NewPlace
from minplan.office.doorkeeper import Doorkeeper, may, of_person, operator
from minplan.office.read import colleagues, one, people
from minplan.office.views import Card, Found, Line, Place, Row

__all__ = [
    "Card",
    "Doorkeeper",
    "Found",
    "Line",
    "NewCitizen",
    "NewEmergency",
    "NewPerson",
    "NewPlace",
    "Place",
    "Row",
    "add",
    "add_municipality",
    "at_the_glass",
    "change",
    "check_opening",
    "colleagues",
    "come_back",
    "end",
    "end_place",
    "give_place",
    "look_up",
    "may",
    "municipalities",
    "of_person",
    "one",
    "open_in_emergency",
    "operator",
    "people",
    "running",
    "spot_checks",
]

"""Every record by name, on three days: shown whole, shown with care, only asked about, or withheld."""

from datetime import date

import pytest

from minplan.content import MOMENTS
from minplan.content.checking.matrix import matrix, stands
from minplan.content.checking.reading import by_moment, long_ones
from minplan.content.checking.reading_ease import HIGHEST
from minplan.content.choosing_rights import MOST
from minplan.content.overlay import Municipal, Review, print_of
from minplan.content.packaged import packaged
from minplan.content.rights_shelf import shelf_of

NOBODY = Municipal()
NOW, CHANGE, LATER = date(2026, 11, 22), date(2027, 1, 1), date(2028, 1, 1)

# General rules that no reform is known to touch.
GENERAL = """
    bisidder partsrepraesentant vejledning videresendelse tolk boern_ikke_tolk aktindsigt begrundelse
    mundtlig_afgoerelse klagevejledning klage_4_uger genvurdering klage_stopper_ikke medvirke helhed traek_samtykke
    indsigt_gdpr indsigt_log berigtigelse sletning_graense klage_datatilsynet notat lydoptagelse borgerraadgiver
    ombudsmand webtilgaengelighed plan_uenig sdp_sig_nej sdp_afgoerelse_foerst
"""
# Read in the words of the reform itself, and good for a year.
REFORM = "ressource_overgang arbejdspligt"
# Expected to change on the 1st of January 2027.
CHANGING = """
    min_plan plan_paa_jobnet helhedsorienteret_plan samtaleform ret_til_samtale indkaldelse fritaget_booking mentor
    befordring befordring_handicap godtgoerelse_176 sanktion_vejledning sanktion_hoering rimelig_grund sdp_form
    sdp_ret_samtale sdp_fast_track sdp_standby sdp_laegeattest sdp_forlaengelse jobafklaring
"""
# Read in words older than the reform of 2026, and no change is announced.
OLD_WORDS = "svarfrist samtykke fritidstillaeg arbejdsgiver_samtale integrationskontrakt"
# Known, but read by nobody in a source: they wait for a signature.
UNREAD = """
    udsaet_afgoerelse partshoering oplysning_af_sag tavshedspligt oplysningspligt ikke_kun_maskine genoptagelse
    skift_sagsbehandler digital_post skaerpet_sanktion sdp_faerre_samtaler fleks_beskrivelse
"""
UNSURE = "foerste_samtale koordinerende_sagsbehandler afklaring medicintilskud"

SHOWN = {
    NOW: {
        "whole": f"{GENERAL} {REFORM} antal_samtaler",
        "with_care": f"{OLD_WORDS} {CHANGING}",
        "ask": "",
        "withheld": f"{UNREAD} {UNSURE}",
    },
    CHANGE: {
        "whole": f"{GENERAL} {REFORM}",
        "with_care": OLD_WORDS,
        "ask": f"{CHANGING} antal_samtaler",
        "withheld": f"{UNREAD} {UNSURE}",
    },
    LATER: {
        "whole": GENERAL,
        "with_care": "",
        "ask": f"{OLD_WORDS} {CHANGING} {REFORM} antal_samtaler",
        "withheld": f"{UNREAD} {UNSURE}",
    },
}


@pytest.mark.parametrize("day", SHOWN)
def test_every_record_on_a_day(day: date) -> None:
    found: dict[str, set[str]] = {standing: set() for standing in SHOWN[day]}
    for right in shelf_of(NOBODY, day).rights.values():
        found[stands(right, NOBODY, day, signed_only=False)].add(right.id)
    assert found == {standing: set(ids.split()) for standing, ids in SHOWN[day].items()}
    assert sum(map(len, found.values())) == 74


def signed(on: date) -> Municipal:
    """A municipality whose lawyer has signed everything on one day."""
    rights = [placed.right for placed in packaged().rights]
    return Municipal(reviews=tuple(Review(right.id, "Ida Holm, jurist", on, print_of(right)) for right in rights))


@pytest.mark.parametrize(
    ("own", "day", "hidden"),
    [
        (NOBODY, NOW, None),
        (signed(NOW), NOW, UNSURE),
        (signed(NOW), CHANGE, UNSURE),
        (signed(CHANGE), LATER, UNSURE),
    ],
)
def test_in_production_what_nobody_signed_is_not_there(own: Municipal, day: date, hidden: str | None) -> None:
    rights = shelf_of(own, day).rights.values()
    withheld = {right.id for right in rights if stands(right, own, day, signed_only=True) == "withheld"}
    assert withheld == (set(hidden.split()) if hidden else {right.id for right in rights})


def test_a_signature_from_before_the_change_asks_anew_on_its_day() -> None:
    # What was only announced changes on that day too, and is read anew before it is shown.
    announced = "antal_samtaler skaerpet_sanktion sdp_faerre_samtaler fleks_beskrivelse"
    assert asked(signed(NOW), CHANGE) == set(f"{CHANGING} {announced}".split())
    assert asked(signed(CHANGE), CHANGE) == set()


def asked(own: Municipal, day: date) -> set[str]:
    rights = shelf_of(own, day).rights.values()
    return {right.id for right in rights if stands(right, own, day, signed_only=True) == "ask"}


@pytest.mark.parametrize("own", [NOBODY, signed(NOW)], ids=["unsigned", "signed"])
@pytest.mark.parametrize("day", SHOWN)
def test_at_most_three_and_none_that_is_unsure_or_out_of_date(day: date, own: Municipal) -> None:
    rights = shelf_of(own, day).rights
    for benefit, moment, ids in matrix(own, day):
        assert len(ids) == len(set(ids)) <= MOST, (benefit, moment)
        for each in ids:
            assert stands(rights[each], own, day, signed_only=False) in ("whole", "with_care"), (benefit, moment, each)
            assert rights[each].certainty != "unsure" and moment in rights[each].moments


# What decides most comes first: a day that can be lost before a duty, help before the word sanction.
FIRST = """
    kontanthjaelp             sanction    rimelig_grund klage_4_uger sanktion_hoering
    kontanthjaelp             hearing     aktindsigt sanktion_hoering vejledning
    kontanthjaelp             illness     indkaldelse rimelig_grund samtaleform
    kontanthjaelp             medical     samtykke aktindsigt traek_samtykke
    sygedagpenge              sanction    sdp_afgoerelse_foerst klage_4_uger begrundelse
    sygedagpenge              transition  sdp_forlaengelse jobafklaring vejledning
    jobafklaring              illness     indkaldelse samtaleform vejledning
    jobafklaring              transition  vejledning helhed ret_til_samtale
    integration               sanction    klage_4_uger sanktion_vejledning begrundelse
    integration               illness     vejledning partsrepraesentant bisidder
    ledighedsydelse_fleksjob  sanction    rimelig_grund klage_4_uger sanktion_vejledning
    -                         illness     vejledning partsrepraesentant bisidder
"""


@pytest.mark.parametrize("row", FIRST.strip().splitlines())
def test_what_comes_first(row: str) -> None:
    benefit, moment, *ids = row.split()
    found = {(benefit, moment): shown for benefit, moment, shown in matrix(NOBODY, NOW)}
    assert list(found[benefit, moment]) == ids


def test_nobody_is_left_without_a_right_at_any_moment() -> None:
    for day in SHOWN:
        found = {(benefit, moment): ids for benefit, moment, ids in matrix(NOBODY, day)}
        assert {moment for _benefit, moment in found} == set(MOMENTS)
        assert not [place for place, ids in found.items() if not ids]


def test_what_is_for_one_benefit_alone_meets_nobody_else() -> None:
    found = {(benefit, moment): ids for benefit, moment, ids in matrix(NOBODY, NOW)}
    assert found["sygedagpenge", "illness"] != found["-", "illness"]
    for (benefit, _moment), ids in found.items():
        for right in map(shelf_of(NOBODY, NOW).rights.get, ids):
            assert right is not None
            assert benefit != "-" or right.benefits == ("all",)


def test_the_danish_of_each_moment_reads_easily() -> None:
    rights = [placed.right for placed in packaged().rights]
    found = list(by_moment(rights))
    assert {each.moment for each in found} == set(MOMENTS)
    assert [(each.moment, each.lix) for each in found if each.lix > HIGHEST] == []
    assert list(long_ones(rights)) == []

"""What somebody who is afraid types, in three languages, finds what helps them among the first three."""

import re

import pytest
from cast import Plan
from web.browser import Browser

from minplan import rights

MONEY = "sanktion_vejledning sanktion_hoering rimelig_grund sdp_afgoerelse_foerst"
HEARD = "klage_4_uger borgerraadgiver bisidder ombudsmand genvurdering klagevejledning klage_stopper_ikke"
ILL = """
    samtaleform sdp_form sdp_standby sdp_ret_samtale sdp_forlaengelse sdp_laegeattest sdp_fast_track jobafklaring
    rimelig_grund indkaldelse
"""
DATA = "indsigt_gdpr indsigt_log aktindsigt"
TRAVEL = "befordring befordring_handicap"

# What is typed in Danish, English and Arabic, and what answers it.
TYPED = [
    ("de tager mine penge", "they take my money", "يأخذون فلوسي", MONEY),
    ("trækker i mine penge", "they cut my benefit", "خصموا من المال", MONEY),
    ("stopper min ydelse", "stop my benefit", "قطع المساعدة", MONEY),
    ("jeg mister min kontanthjælp", "will I lose my benefits", "هل أخسر مساعدتي", MONEY),
    ("de truer mig", "they threaten me", "يهددونني", HEARD),
    ("penge", "money", "فلوس", MONEY + " befordring befordring_handicap godtgoerelse_176 fritidstillaeg helhed"),
    ("nej til praktik", "no to internship", "أرفض التدريب", "plan_uenig"),
    ("de tvinger mig", "they force me", "يجبرونني", "plan_uenig klage_4_uger"),
    ("min sagsbehandler er sur", "my caseworker is angry", "موظفة البلدية غاضبة", HEARD),
    ("det er uretfærdigt", "this is unfair", "هذا ظلم", HEARD),
    ("ondt i ryggen", "my back hurts", "ظهري يؤلمني", ILL),
    ("jeg er syg og kan ikke komme", "I am sick and cannot come", "أنا مريض ولا أستطيع الحضور", ILL),
    ("jeg har stress", "I have stress", "عندي قلق", ILL + " befordring_handicap"),
    ("jeg er bange for mødet", "I am afraid of the meeting", "أنا خائف من الموعد", "bisidder"),
    ("jeg forstår ikke dansk", "I do not understand Danish", "لا أفهم الدنماركية", "tolk boern_ikke_tolk"),
    ("hvornår får jeg svar", "when do I get an answer", "متى أحصل على رد", "svarfrist"),
    ("hvad ved de om mig", "what do they know about me", "ماذا يعرفون عني", DATA),
    ("se mine papirer", "see my papers", "أريد رؤية أوراقي", DATA),
    ("jeg har ikke råd til bussen", "I cannot afford the bus", "ليس عندي مال للحافلة", TRAVEL),
    ("jeg vil klage", "I want to complain", "أريد تقديم شكوى", HEARD),
]


def first_three(browser: Browser, lang: str, words: str) -> list[str]:
    page = browser.post(f"/rights/search?lang={lang}", data={"words": words}).text
    below = page.partition('id="found"')[2].partition("</section>")[0]
    return re.findall(r'href="/rights/([a-z0-9_]+)"', below)[:3]


@pytest.mark.parametrize(("danish", "english", "arabic", "helps"), TYPED)
def test_it_is_among_the_first_three(
    citizen: Browser, nobody: Browser, amira: Plan, danish: str, english: str, arabic: str, helps: str
) -> None:
    rights.set_benefit(amira.citizen, amira.id, "kontanthjaelp", None)
    for lang, words in (("da", danish), ("en", english), ("ar", arabic)):
        found = first_three(citizen, lang, words)
        assert set(found) & set(helps.split()), (words, found)
        # Of whom nobody knows what they live on, they read what holds for everybody.
        if helps == MONEY:
            assert "klage_4_uger" in first_three(nobody, lang, words), words

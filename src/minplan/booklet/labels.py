"""The words that a booklet says itself, by their name in the templates."""

from collections.abc import Mapping

from minplan.booklet.shape import Said
from minplan.booklet.tongue import Tongues
from minplan.language import mark

LABELS = {
    "title": mark("Min vej i lommen"),
    "way": mark("Min vej"),
    "here": mark("Du er her"),
    "next-step": mark("Mit næste skridt"),
    "won": mark("Det lykkedes"),
    "horizon": mark("Mit gode liv"),
    "more": mark("… mere på skærmen"),
    "before": mark("Det, du klarede før, er på skærmen."),
    "talk": mark("Det vil jeg tale om"),
    "agreements": mark("Aftaler"),
    "mine": mark("Det gør jeg"),
    "shared": mark("Det gør vi sammen."),
    "wins": mark("Mine sejre og ros"),
    "next-win": mark("Min næste sejr:"),
    "circles": mark("Hvad fylder?"),
    "colour": mark("Farv så langt ud, som det fylder. Der er intet rigtigt svar."),
    "rights": mark("Mine rettigheder"),
    "help": mark("Hjælp nu"),
    "sign-in": mark("Log ind, og se det hele"),
    "contact": mark("Min kontaktperson"),
    "next-meeting": mark("Næste møde"),
    "hours": mark("Træffes:"),
    "helpers": mark("Her skriver andre"),
    "own": mark("Mine egne ord"),
    "how-a4-booklet": mark(
        "Print på begge sider, vend på den lange led. Forsiden nedad: fold toppen ned, fold igen, og klip foroven."
    ),
    "how-a5": mark(
        "Print på begge sider, vend på den korte led. Fold arkene på midten, i hinanden, med forsiden yderst."
    ),
    "how-zine": mark("Print på den ene side. Fold alle streger, klip den stiplede, og fold arket om den."),
}
# What the leaf of a meeting says.
MEETING_LABELS = {
    "title": mark("Det kom I frem til"),
    "people": mark("Med til mødet:"),
    "and": mark(", "),
    "next-step": mark("Næste skridt"),
    "agreed": mark("Det har I aftalt"),
    "expected": mark("Det forventer vi af hinanden"),
    "talked": mark("Det talte I om"),
    "written": mark("Skrevet ned"),
    "answers": mark("Det siger hver især"),
    "why": mark("Derfor:"),
    "law": mark("Loven:"),
    "nothing": mark("Ikke noget denne gang."),
    "next-meeting": mark("Næste møde"),
    "contact": mark("Min kontaktperson"),
    "hours": mark("Træffes:"),
    "own": mark("Mine egne ord"),
    "more": mark("… mere på skærmen"),
    "agree": mark("Jeg er enig"),
    "differently": mark("Jeg ser det anderledes"),
    "signed": mark("Navn og dag"),
}


def labels(tongues: Tongues, authority: str, others: bool = False) -> Mapping[str, Said]:
    """All of them in the languages of the booklet; `others`: somebody else than the municipality does something too."""
    said = {name: tongues.tell(text) for name, text in LABELS.items()}
    title = mark("Det gør %(name)s og andre") if others else mark("Det gør %(name)s")
    return said | {"theirs": tongues.say(lambda each: each.gettext(title, name=each.gettext(authority)))}

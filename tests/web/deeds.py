"""Everything that can be done on the web with a plan, by groups; WRITTEN are the fields in which somebody writes."""

from web.deed import Deed

DAY = "2026-12-03"
STATE = {
    "completion": Deed("amira", "steps/{step}/completion", {"seen_state": "later"}, told="Det er klaret."),
    "reopening": Deed("amira", "steps/{behind}/reopening", {"seen_state": "done"}, told="Skridtet er åbent igen."),
    "start": Deed("amira", "steps/{step}/start", {"seen_state": "later"}, told="Skridtet er i gang."),
    "postponement": Deed(
        "bo", "steps/{agreed}/postponement", {"seen_state": "active"}, told="Skridtet kommer senere."
    ),
    "waiting": Deed(
        "amira",
        "steps/{step}/waiting",
        {"seen_state": "later", "ball": "other", "ball_name": "Lægen", "since": "2026-11-16", "until": DAY},
        ("ball_name",),
        "Skridtet venter nu.",
    ),
    "rest": Deed("amira", "steps/{step}/rest", {"seen_state": "later", "until": DAY}, told="Skridtet hviler."),
    "detour": Deed(
        "amira", "steps/{other}/detour", {"seen_state": "later", "learned": "At spørge"}, ("learned",), "Ny vej."
    ),
    "ball": Deed(
        "amira",
        "steps/{agreed}/ball",
        {"seen_ball": "both", "ball": "other", "ball_name": "Min bror"},
        ("ball_name",),
        "Bolden er givet videre.",
    ),
    "promise": Deed(
        "bo", "steps/{owed}/promise", {"promised": DAY, "because": "Vi mangler et brev"}, ("because",), "Den nye dag"
    ),
}
WORDS = {
    "title": Deed(
        "amira", "steps/{step}/title", {"seen_title": "{step_words}", "title": "Nye ord"}, ("title",), "Ordene er"
    ),
    "why": Deed("amira", "steps/{step}/why", {"seen_why": "", "why": "Derfor"}, ("why",), "Ordene er ændret."),
    "date": Deed("amira", "steps/{step}/date", {"seen_date": "", "on": DAY}, told="Datoen er ændret."),
    "agreed title": Deed(
        "amira",
        "steps/{agreed}/title",
        {"seen_title": "{agreed_words}", "title": "Se to huse"},
        ("title",),
        "Det ligger som et forslag.",
    ),
    "goal title": Deed(
        "amira", "goals/{goal}/title", {"seen_title": "{goal_words}", "title": "Eget hjem"}, ("title",), "Ordene"
    ),
    "milestone title": Deed(
        "amira",
        "goals/{goal}/milestones/{milestone}/title",
        {"seen_title": "{milestone_words}", "landmark": "Flyttet ind"},
        ("landmark",),
        "Ordene er ændret.",
    ),
}
ORDER = {
    "next": Deed("amira", "steps/{other}/next", {}, told="Det er nu næste skridt."),
    "place": Deed(
        "amira", "steps/{other}/place", {"beside": "{step}", "place": "before"}, told="Rækkefølgen er ændret."
    ),
    "parts": Deed(
        "amira",
        "steps/{step}/parts",
        {"part_1": "Find en", "part_2": "Find to", "part_3": "Find tre"},
        ("part_1", "part_2", "part_3"),
        "Skridtet er delt",
    ),
    "first": Deed(
        "amira", "steps/{step}/first", {"before": "{other}", "look_again": DAY}, told="Det her kommer først."
    ),
}
ADDING = {
    "step": Deed(
        "amira",
        "steps",
        {"title": "Nyt", "why": "Fordi", "milestone": "{milestone}", "ball": "other", "ball_name": "Lægen"},
        ("title", "why", "ball_name"),
        "ligger nu på vejen.",
    ),
    "law step": Deed(
        "bo",
        "steps",
        {"title": "Møde", "why": "Loven", "milestone": "{milestone}", "ball": "both", "kind": "law", "law": "LAB § 31",
         "rests": "no"},
        ("title", "why", "law"),
        "ligger nu på vejen.",
    ),
    "phrase step": Deed(
        "amira",
        "steps",
        {
            "phrase": "step.visit_workplace", "slot_who": "Amira", "slot_place": "Bageriet", "slot_date": DAY,
            "milestone": "{milestone}", "ball": "citizen",
        },
        ("slot_who", "slot_place"),
        "ligger nu på vejen.",
    ),  # fmt: skip
    "goal": Deed(
        "amira", "goals", {"title": "Nyt mål", "why": "Derfor", "track": "work"}, ("title", "why"), "Målet står"
    ),
    "milestone": Deed("amira", "goals/{goal}/milestones", {"milestone": "Halvvejs"}, ("milestone",), "Delmålet er"),
    "win": Deed("amira", "wins", {"text": "Jeg kom", "step": "{step}"}, ("text",), "Sejren er gemt."),
    "praise": Deed("bo", "praise", {"text": "Flot, at du kom", "answers": "{win}"}, ("text",), "Din ros er sendt."),
}
MINE = {
    "horizon": Deed(
        "amira",
        "horizon",
        {"seen_horizon": "{horizon_words}", "horizon": "Et hus ved havet"},
        ("horizon",),
        "Horisonten er gemt.",
    ),
    "token": Deed("amira", "token", {"token": "boat"}, told="Dit tegn er valgt."),
    "sharing": Deed("amira", "sharing/{person}", {"shown": "work"}, told="Det er gemt."),
}
ANSWERS = {
    "answer": Deed(
        "amira",
        "proposals/{proposal}/answer",
        {"answer": "adjust", "text": "Tal med begge", "because": "Der er to"},
        ("text", "because"),
        "Det er rettet",
    ),
    "wish": Deed(
        "bo", "proposals/{wish}/answer", {"answer": "no", "because": "Loven siger"}, ("because",), "Svaret er nej"
    ),
    "withdrawal": Deed("bo", "proposals/{proposal}/withdrawal", {}, told="Forslaget er trukket tilbage."),
}
CALLS = {
    "call": Deed("amira", "calls", {"topic": "idea", "text": "En idé", "step": "{other}"}, ("text",), "Tak."),
    "message": Deed("amira", "calls/{thread}/messages", {"text": "Og en til"}, ("text",), "Det er sendt."),
    "call answer": Deed(
        "bo",
        "calls/{plan_thread}/answer",
        {"seen_number": "1", "answer": "words", "text": "I dag"},
        ("text",),
        "Svaret",
    ),
    "call promise": Deed("bo", "calls/{thread}/promise", {"day": DAY, "text": "Vi leder"}, ("text",), "Den nye dag"),
}
DEEDS = STATE | WORDS | ORDER | ADDING | MINE | ANSWERS | CALLS
WRITTEN = [(name, field) for name, deed in DEEDS.items() for field in deed.words]

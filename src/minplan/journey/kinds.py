"""The words of the way: tracks, kinds, states and whose ball. One list each, read by the tables and by the rules."""

from minplan import access

TRACKS = access.TRACKS
KINDS = ("own", "agreed", "law")
# `declined` is a suggestion that somebody said no thanks to: kept, never shown on the way.
STATES = ("done", "active", "waiting", "resting", "detour", "later", "suggested", "declined")
OPEN = ("active", "waiting", "resting", "later")
BEHIND = ("done", "detour")
BALLS = ("citizen", "municipality", "both", "other")
TOKENS = (
    "bird",
    "boat",
    "bicycle",
    "tree",
    "lighthouse",
    "mountain",
    "dog",
    "bridge",
    "tea",
    "sun",
    "hand",
    "stone",
)
SHOW = ("today", "week", "all")
STEP_VERBS = (
    "complete",
    "reopen",
    "start",
    "postpone",
    "wait",
    "rest",
    "detour",
    "hand_over",
    "promise",
    "reword",
    "set_date",
    "choose_next",
    "move",
    "split",
    "settle_first",
)

"""The dialogue: question and answer on a plan or on one of its steps, with a promised day while it waits."""

from minplan.dialogue.actions.closing import close, reopen
from minplan.dialogue.actions.verbs import answer, call, call_within, promise, write
from minplan.dialogue.commands import NewAnswer, NewCall, NewPromise
from minplan.dialogue.kinds import ANSWERED_BY_WORDS, TOPICS
from minplan.dialogue.read import about, how_many, open_threads, thread, waiting_for
from minplan.dialogue.rule import ready, replies
from minplan.dialogue.views import About, MessageView, ThreadView, Waiting

__all__ = [
    "ANSWERED_BY_WORDS",
    "TOPICS",
    "About",
    "MessageView",
    "NewAnswer",
    "NewCall",
    "NewPromise",
    "ThreadView",
    "Waiting",
    "about",
    "answer",
    "call",
    "call_within",
    "close",
    "how_many",
    "open_threads",
    "promise",
    "ready",
    "reopen",
    "replies",
    "thread",
    "waiting_for",
    "write",
]

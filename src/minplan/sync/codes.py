"""What each code means that stands in `errors` of a problem, and what to do: the checker's own codes apart."""

# Of a field or a parameter.
CODES = {
    "bad_address": "This is no whole address of the web that everybody reads in the same way.",
    "bad_character": "It holds U+0000, half a character or something that turns the text around it, or nothing in it "
    "can be seen.",
    "bad_email": "This is no e-mail address that a letter can be sent to.",
    "bad_id_number": "This is no id number: ten digits of which the first six are a day.",
    "bad_key": "An Idempotency-Key has 1 to 200 visible ASCII characters.",
    "bad_length": "A meeting lasts 15 to 180 whole minutes.",
    "bad_phone": "A telephone number has 6 to 20 digits and spaces, with a + before them or without.",
    "cannot_be_kept": "A message needs an `id` of 1 to 200 visible ASCII characters that holds no id number. This one "
    "is not kept: name it otherwise and send it again.",
    "changed": "Somebody else has changed this meanwhile. Read it again.",
    "citizens_own": "The citizen writes this. Leave it out, or send it as it was read.",
    "fixed": "It stays as it is once it is there, or cannot be emptied. Leave it out.",
    "host_not_listed": "Whoever runs minplan has not named this host in MINPLAN_WEBHOOK_HOSTS.",
    "https_only": "Only https is asked; http on loopback alone.",
    "id_number": "It holds an id number, or what could be one. Call it something else, or say it in other words.",
    "in_the_past": "The day has gone by. Name today or a later one.",
    "language_unknown": "The tag names no language.",
    "law_stands": "What the law asks cannot lie with somebody outside. Name the citizen or the municipality.",
    "meeting_changed": "The meeting has begun, is over or was called off: it can no longer be changed.",
    "not_open": "The step lies behind the citizen, or was declined. Read it again.",
    "not_promised": "The day of the step and the day in `ball.promised` are one: send the same, or one of the two.",
    "not_shared": "A track of which this system does not hear.",
    "not_there": "There is nothing by this id in the case that this could stand under.",
    "not_waiting": "`until` belongs to the state `waiting`.",
    "not_yet_there": "Nobody has sent it yet, or the citizen has not said yes to it. Send it again later.",
    "one_of_two": "Either `when_on` or `when_at`.",
    "only_of_law": "`law` belongs to the kind `law`.",
    "other_department": "It belongs to a department that this system does not serve.",
    "out_of_range": "A day lies between 1900 and 2199.",
    "own_place": "A system is nobody's contact person.",
    "past": "A meeting begins later than now.",
    "promise_needed": "Where the municipality has the ball a day always stands there. Send another, not none.",
    "read_only": "minplan alone says this. Leave it out, or send it as it was read.",
    "required": "It is needed here, with something to read in it.",
    "since_is_ours": "minplan says since when it lies there; only what is `waiting` is sent with `since`.",
    "taken": "Somebody else here has it already.",
    "too_far": "A meeting begins within 366 days.",
    "too_long": "Words have 2,000 characters at most.",
    "unknown": "None of those that there are here: for a `contact`, nobody who works here now.",
    "unknown_cursor": "`after` is what `next` of this list said, here and unchanged.",
    "until_before_since": "`until` is not before `since`.",
    "who": "With the holder `other`, `name` says who it is.",
    "young": "Nobody under 18 can be added by id number.",
}

# Why the rules of the plan do not allow something: `detail` of a 403; of a message, the code.
REASONS = {
    "ball": "Whose turn it is, is said by people. Leave `ball` out, or send it as it was read.",
    "cancel": "A meeting is not removed. Call it off: the state `cancelled`, with `because`.",
    "not_deleted": "A message cannot remove people or plans: people do.",
    "other_department": "The contact person is of a department that this system does not serve.",
    "own_refs_only": "`{system}` is not your own code: nobody writes in another's name.",
    "state": "How far it has come, or this state, is not this system's to say.",
}

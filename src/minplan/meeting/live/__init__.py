"""The room while it is open: who hears of a change, who is here, and what each is touching. Never what was changed."""

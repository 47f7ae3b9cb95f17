"""Own data: everything the house knows about me, to take home, to correct, and what is emptied by rule."""

"""The agenda, and the day itself: moved, called off, missed, and who is here."""

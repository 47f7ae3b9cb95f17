"""Office: the work of administrators and leaders. People and their places, look-up, emergencies, spot checks."""

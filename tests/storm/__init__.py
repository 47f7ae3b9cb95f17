"""Storms: changes and their receiver, while both ends are killed, cut off and confused."""

"""Verbs that read: my contact persons, my handovers, all contact persons of a municipality, wishes for another."""

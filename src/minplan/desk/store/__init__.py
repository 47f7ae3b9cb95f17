"""Every query of the desk: one professional's citizens (mine), and what waits for the municipality (court)."""

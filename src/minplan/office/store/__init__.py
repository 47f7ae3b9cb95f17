"""Every query of the office: people and their places (people), and who opened what (openings)."""

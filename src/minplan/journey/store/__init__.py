"""Every query of the journey: rows to show (rows), rows to change (load)."""

"""What the office does: people, their places, municipalities, finding by number, emergencies, spot checks."""

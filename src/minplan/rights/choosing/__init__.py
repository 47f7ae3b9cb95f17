"""Where the citizen chooses: what is put before them, what they take, and what waits for later."""

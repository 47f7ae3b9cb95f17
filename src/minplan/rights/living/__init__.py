"""What a citizen lives on, as the plan knows it: it decides which rights they read, and nothing else."""

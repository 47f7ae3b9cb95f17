"""What a system reads, and what of a plan is a part of the case at all."""

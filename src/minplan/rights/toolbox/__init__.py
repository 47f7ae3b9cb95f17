"""The toolbox: what a citizen thinks of the offers that there are, and what they ask about one."""

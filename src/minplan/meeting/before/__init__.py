"""Before the meeting: times proposed and answered, what the citizen needs, who comes, and what it is about."""

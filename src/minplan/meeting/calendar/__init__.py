"""The calendar: meetings as other programs read them, and the address at which somebody's own calendar fetches."""

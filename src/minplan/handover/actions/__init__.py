"""What can be done about contact persons: changing, the page that is handed over, asking for another, about me."""

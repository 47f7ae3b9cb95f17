"""The providers that people sign in at, as a municipality configures them."""

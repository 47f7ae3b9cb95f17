"""Exchange: plan documents come in and go out, whole or not at all."""

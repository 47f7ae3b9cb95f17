"""Every query about what the citizen lets others see."""

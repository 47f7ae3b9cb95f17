"""Every query about keepsakes: `mine` finds a citizen's own, `shown` what somebody else is shown. There is no third."""

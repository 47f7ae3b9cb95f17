"""Looking the rights through: what is broken, unsigned, stale or untranslated, and how easily it reads."""

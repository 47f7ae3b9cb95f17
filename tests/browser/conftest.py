from browser.fixtures import browser, lived_in, prepared, scene, stage
from browser.table import laid

__all__ = ["browser", "laid", "lived_in", "prepared", "scene", "stage"]

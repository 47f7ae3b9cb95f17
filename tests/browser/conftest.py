from browser.fixtures import browser, lived_in, scene, stage

__all__ = ["browser", "lived_in", "scene", "stage"]

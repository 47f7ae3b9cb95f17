"""The hour itself: it is opened, and somebody writes for themselves until they share it."""

"""Benchmarks: what a page costs, as ratios in one run. Nothing here is a test."""

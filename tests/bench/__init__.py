"""Benchmarks: how fast the site makes its pages; see ``docs/benchmarks.md``."""

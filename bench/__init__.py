"""Benchmarks: the figures that Clear Days promises, measured on this machine."""

"""Makers of test objects, one module per app; short functions with sensible defaults."""

"""Organisations, committees, posts, electoral divisions, closure days: who the council is."""

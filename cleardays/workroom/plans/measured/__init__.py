"""Measures on their way: what is doubtful, what is frozen, what a file would change."""

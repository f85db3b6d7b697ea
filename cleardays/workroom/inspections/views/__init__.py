"""Pages about inspections."""

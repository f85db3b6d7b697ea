"""Inspections: what was found, who is responsible, how each area was judged, what is now due."""

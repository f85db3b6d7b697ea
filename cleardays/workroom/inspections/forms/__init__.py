"""What may be typed about inspections."""

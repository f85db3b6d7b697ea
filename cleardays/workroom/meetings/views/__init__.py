"""Pages about meetings. A view reads what may be seen, calls one action at most, renders."""

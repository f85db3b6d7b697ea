"""What was published, and when: an append-only log, its contents and the current view."""

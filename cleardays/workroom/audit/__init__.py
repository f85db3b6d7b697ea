"""The append-only journal of what was done, by whom, when and why."""

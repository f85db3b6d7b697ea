"""Pages about reports: finding one, beginning one, reading, correcting, clearing."""

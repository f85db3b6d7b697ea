"""Pages about what committees asked for."""

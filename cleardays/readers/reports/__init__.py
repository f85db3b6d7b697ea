"""Committee reports into their parts."""

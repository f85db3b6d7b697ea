"""What a committee asked of whom, by when; the response; and whether the committee accepts it."""

"""Other people's files into plain values, with a list of what could not be read."""

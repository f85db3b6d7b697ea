"""Files kept by their hash, and the reading of them. Knows nothing of who may see them."""

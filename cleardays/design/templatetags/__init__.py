"""Template tags that every page has at hand."""

"""Template tags of the workroom itself."""

"""The cleardays command. Each module is one command."""

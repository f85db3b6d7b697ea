"""The state-table engine: may they, is it the moment, is it lawful."""

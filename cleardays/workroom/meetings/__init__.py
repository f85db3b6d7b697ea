"""Meetings and their agendas, exempt items, release by a second person, publication."""

"""Meetings, their agendas, what is exempt on them, who released them and what was published."""

from cleardays.workroom.meetings.models.item import AgendaItem, Exemption
from cleardays.workroom.meetings.models.meeting import Meeting
from cleardays.workroom.meetings.models.publication import AgendaVersion, Recall, Release

__all__ = ["AgendaItem", "AgendaVersion", "Exemption", "Meeting", "Recall", "Release"]

"""What a sample is: a report as it is written, and the fields that must be read from it."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Sample:
    """A report and every field that must be read from it; ``background`` by phrases in order."""

    name: str
    elements: tuple
    expected: dict
    background: tuple = ()
    absent_formats: tuple = field(default=())


def contact(name=None, telephone=None, post=None, email=None):
    return {"name": name, "telephone": telephone, "post": post, "email": email}


def paper(paper, date=None, contact=None):
    return {"paper": paper, "date": date, "contact": contact}


def fields(**given):
    """Every field, those not given as a report has them that says nothing."""
    nothing = {
        "committee": None,
        "meeting_date": None,
        "electoral_divisions": [],
        "appendices": [],
        "contacts": [],
        "executive_summary": None,
        "recommendations": [],
        "consultations": None,
        "implications": {},
        "background_papers": [],
        "part_ii_reason": None,
        "unread": [],
    }
    return nothing | given

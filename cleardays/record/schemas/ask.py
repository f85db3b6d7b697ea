"""What a committee asked of whom, by when, the answer, and whether the committee accepts it."""

from dataclasses import dataclass

from cleardays.record.schemas.common import Link, Summary


@dataclass(frozen=True)
class AskDocument:
    """``state`` is open, answered, accepted or withdrawn; only the committee accepts.

    ``asked_words`` say when, where the day of the meeting is not known exactly.
    """

    ref: str
    title: str
    council: str
    committee_link: Link
    meeting: Link
    asked_on: str
    kind: str
    kind_name: str
    text: str
    asked_of: str
    post: str
    state: str
    state_name: str
    asked_words: str = ""
    due: str = ""
    due_words: str = ""
    rule: str = ""
    answer: str = ""
    answered_on: str = ""
    accepted_at: Link | None = None
    sources: tuple[str, ...] = ()
    is_invented: bool = False

    doc_type = "ask"

    @property
    def committee(self) -> str:
        return self.committee_link.ref

    @property
    def day(self) -> str:
        return self.asked_on

    @property
    def summary(self) -> Summary:
        return {
            "committee": self.committee_link.title,
            "asked_of": self.asked_of,
            "state": self.state,
            "state_name": self.state_name,
            "date_words": self.asked_words,
            "due": self.due,
            "due_words": self.due_words,
            "answered_on": self.answered_on,
            "is_invented": self.is_invented,
        }

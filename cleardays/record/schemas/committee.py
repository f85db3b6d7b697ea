"""A committee, board or panel."""

from dataclasses import dataclass

from cleardays.record.schemas.common import Link, Summary


@dataclass(frozen=True)
class CommitteeDocument:
    """``kind`` is a slug ("scrutiny") and ``kind_name`` its words; dates are ISO or ""."""

    ref: str
    name: str
    council: str
    kind: str
    kind_name: str
    is_bound_by_part_va: bool
    purpose: str = ""
    note: str = ""
    valid_from: str = ""
    valid_until: str = ""
    parent: Link | None = None
    successor: Link | None = None
    predecessors: tuple[Link, ...] = ()
    sources: tuple[str, ...] = ()

    doc_type = "committee"

    @property
    def title(self) -> str:
        return self.name

    @property
    def committee(self) -> str:
        return self.ref

    @property
    def day(self) -> str:
        return ""

    @property
    def summary(self) -> Summary:
        return {
            "kind_name": self.kind_name,
            "until": self.valid_until,
            "has_successor": self.successor is not None,
        }

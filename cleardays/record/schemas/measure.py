"""A measure: its definition, and figures that are safe to publish (small numbers suppressed)."""

from dataclasses import dataclass

from cleardays.record.schemas.common import Summary


@dataclass(frozen=True)
class DefinitionDocument:
    """A version of what is measured; a new one breaks the line."""

    valid_from: str
    name: str
    numerator: str
    denominator: str
    unit: str
    polarity: str
    type: str
    source_return: str
    frequency: str
    small_number_rule: str


@dataclass(frozen=True)
class LimitsDocument:
    """From when the limits of the chart are worked out anew, why, and who decided that."""

    starts_on: str
    reason: str
    decided_by: str
    decided_on: str


@dataclass(frozen=True)
class ObservationDocument:
    """A figure after suppression: None where it is suppressed, ``why`` then says so.

    ``replaces`` is when the figure was recorded that this one restates, ``reason`` why.
    """

    geography: str
    period: str
    numerator: float | None
    denominator: float | None
    value: float | None
    is_provisional: bool = False
    source: str = ""
    retrieved_on: str = ""
    recorded_at: str = ""
    replaces: str = ""
    reason: str = ""
    why: str = ""


@dataclass(frozen=True)
class MeasureDocument:
    """``areas`` are "<inspection ref>#<area number>" and ``actions`` "<plan ref>#<action ref>"."""

    ref: str
    title: str
    council: str
    definitions: tuple[DefinitionDocument, ...] = ()
    observations: tuple[ObservationDocument, ...] = ()
    areas: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()
    note: str = ""
    sources: tuple[str, ...] = ()
    published_by: str = ""
    released_by: str = ""
    limits: tuple[LimitsDocument, ...] = ()

    doc_type = "measure"

    @property
    def committee(self) -> str:
        return ""

    @property
    def day(self) -> str:
        return ""

    @property
    def summary(self) -> Summary:
        return {"committee": "Measure", "is_invented": False}

"""What a version of a measure freezes: public words and figures only, after suppression."""

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True)
class DefinitionSnapshot:
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
class LimitsSnapshot:
    """From when the limits of the chart are worked out anew, why, and who decided that."""

    starts_on: str
    reason: str
    decided_by: str
    decided_on: str


@dataclass(frozen=True)
class ObservationSnapshot:
    """A figure: None where it is suppressed, ``why`` then says so. ``key`` is its row's.

    ``reason`` says why it was restated, ``replaces`` when what it replaces was recorded.
    """

    key: int
    geography: str
    period: str
    numerator: float | None
    denominator: float | None
    value: float | None
    is_provisional: bool
    source: str
    retrieved_on: str
    recorded_at: str
    replaces: str
    reason: str
    why: str


@dataclass(frozen=True)
class MeasureSnapshot:
    """A measure as it would be public; areas and actions by the refs that are public."""

    ref: str
    title: str
    council: str
    definitions: tuple[DefinitionSnapshot, ...]
    limits: tuple[LimitsSnapshot, ...]
    observations: tuple[ObservationSnapshot, ...]
    areas: tuple[str, ...]
    actions: tuple[str, ...]
    published_by: str
    released_by: str

    def as_json(self) -> dict[str, Any]:
        """Return what JSON keeps: lists for tuples."""
        plain = asdict(self)
        return {name: list(of) if isinstance(of, tuple) else of for name, of in plain.items()}

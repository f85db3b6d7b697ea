"""Which columns of the DfE's files of EHC plans make which measure."""

from collections.abc import Container
from dataclasses import dataclass, replace
from datetime import date

from cleardays.progress.measures.series import Definition, Kind, Polarity, Unit

# Of the Ministry of Justice's table, note 9: decisions of 2023 come from the new return.
DECISIONS_CHANGED = date(2023, 1, 1)
# The return became one of single children with the collection of January 2023, which was about the
# calendar year 2022: figures before and after are not of one line (data guidance, "Time series").
FLOWS_CHANGED = date(2022, 1, 1)
CASELOAD_CHANGED = date(2023, 1, 1)


@dataclass(frozen=True)
class PlansMeasure:
    """A measure, the columns of its figure and counts ("" where the file gives none).

    ``definitions`` are its versions: the aggregate return, and the return of single children.
    """

    slug: str
    value: str
    numerator: str
    denominator: str
    definitions: tuple[Definition, ...]

    @property
    def name(self) -> str:
        return self.definitions[-1].name

    def is_in(self, columns: Container[str]) -> bool:
        """Say whether a file has all columns of the measure."""
        needed = (self.value, self.numerator, self.denominator)
        return all(column in columns for column in needed if column)


def _versions(definition: Definition, changed: date) -> tuple[Definition, ...]:
    before = replace(definition, source="SEN2, aggregate return")
    after = replace(definition, source="SEN2, return of single children", valid_from=changed)
    return before, after


def _share(
    slug: str, name: str, value: str, top: tuple[str, str], bottom: tuple[str, str],
    polarity: Polarity = Polarity.CONTEXT, kind: Kind = Kind.FLOW,
) -> PlansMeasure:  # fmt: skip
    definition = Definition(
        name, top[1], bottom[1], Unit.PERCENT, polarity, kind, frequency="yearly"
    )
    changed = CASELOAD_CHANGED if kind is Kind.POINT else FLOWS_CHANGED
    return PlansMeasure(slug, value, top[0], bottom[0], _versions(definition, changed))


def _count(
    slug: str, name: str, column: str, polarity: Polarity = Polarity.CONTEXT,
    kind: Kind = Kind.FLOW,
) -> PlansMeasure:  # fmt: skip
    definition = Definition(name, name, "", Unit.NUMBER, polarity, kind, frequency="yearly")
    changed = CASELOAD_CHANGED if kind is Kind.POINT else FLOWS_CHANGED
    return PlansMeasure(slug, column, "", "", _versions(definition, changed))


def _appeals(
    slug: str, name: str, value: str, top: tuple[str, str], bottom: tuple[str, str], unit: Unit
) -> PlansMeasure:
    before = Definition(
        name, top[1] or name, bottom[1], unit, source="Tribunal, with SEN2", frequency="yearly"
    )
    after = replace(before, source="Tribunal, with the new SEN2", valid_from=DECISIONS_CHANGED)
    versions = (before, after) if bottom[0] else (before,)
    return PlansMeasure(slug, value, top[0], bottom[0], versions)


_ISSUED = ("plans_issued_den", "plans issued")
_WITHOUT = ("plans_issued_den_ex", "plans issued without exceptions")
_RECEIVED = ("requests_received_in_year", "requests received")
_PLANS = ("ehcplans", "EHC plans in January")

MEASURES = (
    _share("plans-in-20-weeks", "EHC plans issued in 20 weeks, leaving out exceptions",
           "PC_plans_issued_20_weeks_ex",
           ("plans_issued_20_weeks_ex", "plans issued in 20 weeks without exceptions"), _WITHOUT,
           Polarity.UP),
    _share("plans-in-20-weeks-all", "EHC plans issued in 20 weeks, with exceptions",
           "pc_plans_issued_within_20_weeks",
           ("plans_issued_within_20_weeks", "plans issued in 20 weeks"), _ISSUED, Polarity.UP),
    _share("plans-20-to-52-weeks", "EHC plans issued after 20 weeks and within a year",
           "PC_plans_issued_gt20weeks_ltYear_ex",
           ("plans_issued_gt20weeks_ltYear_ex", "plans issued in 20 to 52 weeks"), _WITHOUT,
           Polarity.DOWN),
    _share("plans-over-a-year", "EHC plans issued after more than a year",
           "PC_plans_issued_gt_1_year_ex",
           ("plans_issued_gt_1_year_ex", "plans issued after 52 weeks"), _WITHOUT, Polarity.DOWN),
    _count("plans-issued", "EHC plans issued", "plans_issued_den"),
    _count("requests", "Requests for an assessment", "requests_received_in_year"),
    _share("requests-refused", "Requests refused", "request_not_assess_pc",
           ("requests_decided_not_to_assess", "requests refused"), _RECEIVED),
    _share("requests-agreed", "Requests agreed", "request_assess_pc",
           ("requests_decided_to_assess", "requests agreed"), _RECEIVED),
    # Its denominator, decisions of known length, is in no column.
    _share("decisions-in-6-weeks", "Decisions on requests within six weeks",
           "request_outcome_six_weeks_pc",
           ("request_outcome_six_weeks", "decisions within six weeks"),
           ("", "decisions of known length"), Polarity.UP),
    _count("plans-in-january", "EHC plans in January", "ehcplans", kind=Kind.POINT),
    _share("plans-in-mainstream", "EHC plans with a place in a mainstream school",
           "mainstream_total_pc", ("mainstream_total", "plans with a mainstream school"), _PLANS,
           kind=Kind.POINT),
    _share("plans-in-special-schools", "EHC plans with a place in a special school",
           "special_total_pc", ("special_total", "plans with a special school"), _PLANS,
           kind=Kind.POINT),
    _share("plans-elsewhere", "EHC plans of those educated elsewhere", "ed_elsewhere_pc",
           ("ed_elsewhere", "plans of those educated elsewhere"), _PLANS, kind=Kind.POINT),
    _appeals("appeals-registered", "Appeals registered at the SEND Tribunal",
             "appeals_registered", ("", ""), ("", ""), Unit.NUMBER),
    _appeals("appeal-rate", "Appeals to the SEND Tribunal, of decisions that may be appealed",
             "appeal_rate", ("appeals_registered", "appeals registered"),
             ("appealable_decisions", "decisions that may be appealed"), Unit.PERCENT),
)  # fmt: skip

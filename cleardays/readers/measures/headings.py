"""What analysts call the columns of a table of figures, and how they write periods."""

import re

from cleardays.progress.measures.periods import MONTHS, UnknownPeriod, parse_period

# The column of the template, and what stands over it in files that others made.
NAMES: dict[str, frozenset[str]] = {
    "measure": frozenset(
        {"measure", "measure name", "indicator", "indicator name", "kpi", "metric", "pi"}
    ),
    "area": frozenset({"area", "geography", "la", "local authority", "place", "district"}),
    "period": frozenset(
        {"period", "time period", "month", "date", "as at", "as of", "month ending", "quarter"}
        | {"reporting period", "reporting month", "period end", "week ending", "month end"}
    ),
    "year": frozenset(
        {"year", "academic year", "school year", "financial year", "fiscal year", "fy", "ay"}
        | {"calendar year"}
    ),
    "numerator": frozenset({"numerator", "num", "n", "count", "counted"}),
    "denominator": frozenset({"denominator", "den", "d", "total", "out of", "cohort", "base"}),
    "value": frozenset(
        {"value", "figure", "actual", "result", "performance", "outturn", "percent", "percentage"}
        | {"%", "rate", "score", "number", "pct"}
    ),
    "status": frozenset({"status", "provisional or final"}),
    "source": frozenset({"source", "data source"}),
    "retrieved": frozenset({"retrieved", "date retrieved"}),
}
_TOTAL = re.compile(r"(grand |sub-?)?total\b.*|average\b.*|mean|ytd|year to date|sum", re.I)
_PART = re.compile(
    r"(?P<of>.*?)[\s:(–—-]*\b(?P<part>numerator|denominator|percentage|percent|value|rate|num|den|%)\)?",
    re.I,
)
_MONTH = "|".join(name[:3] for name in MONTHS)
_YEARS = re.compile(r"(?:(?:FY|AY)\s?)?(\d{4}|\d{2})\s?[-/–]\s?(\d{4}|\d{2})", re.I)
_SHORT_MONTH = re.compile(rf"({_MONTH})[a-z]*\.?[\s'’/-]*(\d{{2}}|\d{{4}})", re.I)
_ONLY_MONTH = re.compile(rf"({_MONTH})[a-z]*\.?", re.I)
_NUMBERED = re.compile(r"(\d{1,2})/(\d{4})")
_FIRST_OF_MONTH = re.compile(r"0?1/(\d{1,2})/(\d{4})|(\d{4})-(\d{2})-01(?: 00:00(?::00)?)?")
_QUARTER = re.compile(
    r"Q(?:uarter|tr)?\s?([1-4])[\s,]*(.*)|(.*?)[\s,]*Q(?:uarter|tr)?\s?([1-4])", re.I
)
KINDS = {"school": "school year", "financial": "financial year"}


def heading_of(words: str) -> str:
    """Return the column of the template that a heading stands for, or ""."""
    plain = " ".join(re.sub(r"[_()]", " ", words).casefold().split())
    tries = {plain, plain.removesuffix("%").strip()}
    return next((name for name, known in NAMES.items() if tries & known), "")


def kind_of_years(heading: str, chosen: str) -> str:
    """Return which year 2024/25 is by its heading, or by what was chosen: "" if neither says."""
    plain = heading.casefold()
    if any(word in plain for word in ("academic", "school")) or plain == "ay":
        return KINDS["school"]
    if any(word in plain for word in ("financial", "fiscal")) or plain == "fy":
        return KINDS["financial"]
    return KINDS.get(chosen, "")


def is_total(words: str) -> bool:
    """Say whether a label is of a sum or a mean of others, which is no figure of its own."""
    return bool(_TOTAL.fullmatch(words.strip()))


def part_of_label(words: str) -> tuple[str, str]:
    """Divide "Plans in 20 weeks - numerator" into the measure and the column it is for."""
    found = _PART.fullmatch(words.strip())
    if not found:
        return words.strip(), ""
    short = {"num": "numerator", "den": "denominator"}
    part = short.get(found["part"].casefold(), found["part"].casefold())
    return found["of"].strip(), part if part in {"numerator", "denominator"} else "value"


def period_in(words: str, *, kind: str = "", year: str = "", is_month: bool = False) -> str:
    """Write a period as ``parse_period`` reads it; what cannot be read is given back as it is.

    ``kind`` says which year 2024/25 is, ``year`` in which a month or quarter without one lies,
    ``is_month`` that a first of a month stands for the month, as spreadsheets write them.
    """
    text = " ".join(words.split())
    if _ONLY_MONTH.fullmatch(text) and year:
        return _month_in(text, year)
    if found := _QUARTER.fullmatch(text):
        number, of = found[1] or found[4], (found[2] or found[3] or "").strip(" ,-") or year
        return f"Q{number} {_full_years(of) or _calendar(of)}"
    if found := _SHORT_MONTH.fullmatch(text):
        return f"{found[1].title()} {_full(found[2])}"
    if found := _NUMBERED.fullmatch(text):
        return f"{found[2]}-{int(found[1]):02}"
    if is_month and (found := _FIRST_OF_MONTH.fullmatch(text)):
        return f"{found[2] or found[3]}-{int(found[1] or found[4]):02}"
    said = KINDS["financial"] if text[:2].casefold() == "fy" else kind
    said = KINDS["school"] if text[:2].casefold() == "ay" else said
    years = _full_years(text)
    return f"{years} {said}".strip() if years and not _is_period(text) else text


def looks_like_period(words: str) -> bool:
    """Say whether words are a period, or a month or quarter whose year stands elsewhere."""
    text = words.strip()
    if not text or (text.replace(",", "").isdigit() and len(text) != 4):
        return False
    read = period_in(text, kind=KINDS["school"], year="2024", is_month=True)
    return _is_period(read)


def year_in(words: str) -> str:
    """Return the year or the two years that a title names, or ""."""
    found = re.search(r"\b(\d{4})\s?[-/–]\s?(\d{4}|\d{2})\b|\b(20\d{2})\b", words)
    return found[0] if found else ""


def _is_period(text: str) -> bool:
    try:
        parse_period(text)
    except UnknownPeriod:
        return False
    return True


def _month_in(text: str, year: str) -> str:
    """Put a month into its year: of a financial year January to March are in the second."""
    number = [name[:3].casefold() for name in MONTHS].index(text[:3].casefold()) + 1
    years = _full_years(year)
    if not years:
        return f"{_calendar(year)}-{number:02}"
    first = int(years[:4])
    return f"{first if number >= 4 else first + 1}-{number:02}"


def _full_years(text: str) -> str:
    """Write two years in a row as 2024-25; "" for anything else."""
    found = _YEARS.fullmatch(text.strip())
    if not found:
        return ""
    first, second = int(_full(found[1])), int(_full(found[2]))
    return f"{first}-{second % 100:02}" if second == first + 1 else ""


def _full(year: str) -> str:
    return year if len(year) == 4 else f"20{year}"


def _calendar(year: str) -> str:
    return _full(year) if year.isdecimal() and len(year) in {2, 4} else year

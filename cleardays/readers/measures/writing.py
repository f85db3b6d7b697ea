"""How analysts write periods, put into the words that ``parse_period`` reads."""

import re
from calendar import monthrange
from datetime import date, timedelta

from cleardays.progress.measures.periods import MONTHS, UnknownPeriod, parse_period

KINDS = {"school": "school year", "financial": "financial year"}
_MONTH = "|".join(name[:3] for name in MONTHS)
_YEARS = re.compile(r"(?:(?:FY|AY)\s?)?(\d{4}|\d{2})\s?[-/–]\s?(\d{4}|\d{2})", re.I)
_SHORT_MONTH = re.compile(rf"({_MONTH})[a-z]*\.?[\s'’/-]*(\d{{2}}|\d{{4}})", re.I)
_ONLY_MONTH = re.compile(rf"({_MONTH})[a-z]*\.?", re.I)
_FISCAL_MONTH = re.compile(r"(?:M|P|Month |Period )(0?[1-9]|1[0-2])", re.I)
_NUMBERED = re.compile(r"(\d{1,2})/(\d{4})")
_YEAR_MONTH = re.compile(r"(20\d{2})(0[1-9]|1[0-2])")
_QUARTER = re.compile(
    r"Q(?:uarter|tr)?\s?([1-4])[\s,]*(.*)|(.*?)[\s,]*Q(?:uarter|tr)?\s?([1-4])", re.I
)
_MONTHS_TO = re.compile(
    rf"({_MONTH})[a-z]*\.?[\s'’-]*(\d{{2}}|\d{{4}})?\s?(?:-|–|to)\s?"
    rf"({_MONTH})[a-z]*\.?[\s'’-]*(\d{{2}}|\d{{4}})",
    re.I,
)
_TWELVE = re.compile(
    r"(?:(?:rolling )?(?:12|twelve)[ -]months?|(?:rolling )?year|R12M?)"
    r"(?: rolling)?(?: to| ending| ended)? (?:end )?(.+)",
    re.I,
)
_WEEK = re.compile(
    r"(?:w/?e\.?|week end(?:ing|ed))[\s:]+(.+)"
    r"|(?:w/?[bc]\.?|week (?:beginning|commencing))[\s:]+(.+)",
    re.I,
)
_IN_YEAR = re.compile(rf"(\S+) ((?:{_MONTH})[a-z]*\.?)", re.I)
_DAYS = (
    re.compile(
        rf"(\d{{1,2}})(?:st|nd|rd|th)?[\s./-]+({_MONTH})[a-z]*\.?[\s./-]+(\d{{4}}|\d{{2}})", re.I
    ),
    re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})"),
)  # fmt: skip
_WEEKDAY = re.compile(
    r"^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? (?=\d{1,2}\D)", re.I
)
_SAID_AGAIN = re.compile(r"\s*\([^()]*\)$")  # Q1 24/25 (Apr-Jun), April 2024 (provisional)
_MIDNIGHT = re.compile(r"[ T]00:00(?::00(?:\.0+)?)?")
# A day as a spreadsheet counts it, from 1900; these are from 2000 to 2049.
_SERIAL = re.compile(r"(?:3[6-9]|4\d|5[0-4])\d{3}")
SERIAL_ZERO = date(1899, 12, 30)


def period_in(words: str, *, kind: str = "", year: str = "", is_month: bool = False) -> str:
    """Write a period as ``parse_period`` reads it; what cannot be read is given back as it is.

    ``kind`` says which year 2024/25 is, ``year`` in which a month or quarter without one lies,
    ``is_month`` that a first of a month stands for the month, as spreadsheets write them, and
    202404 for one too.
    """
    text = _MIDNIGHT.sub("", _WEEKDAY.sub("", " ".join(words.split())))
    text = _SAID_AGAIN.sub("", text)
    if is_month and (said := _day(text, "", ""))[8:] == "01":
        return said[:7]
    if is_month and (found := _YEAR_MONTH.fullmatch(text)):
        return f"{found[1]}-{found[2]}"
    for read in (_month, _quarter, _several, _week, _day):
        if said := read(text, year, kind):
            return said
    said = KINDS["financial"] if text[:2].casefold() == "fy" else kind
    said = KINDS["school"] if text[:2].casefold() == "ay" else said
    years = _full_years(text)
    return f"{years} {said}".strip() if years and not is_period(text) else text


def looks_like_period(words: str) -> bool:
    """Say whether words are a period, or a month or quarter whose year stands elsewhere."""
    text = words.strip()
    if not text or (text.replace(",", "").isdigit() and len(text) != 4):
        return False
    return is_period(period_in(text, kind=KINDS["school"], year="2024-25", is_month=True))


def year_in(words: str) -> str:
    """Return the year or the two years that a title names, or ""."""
    found = re.search(r"\b(\d{4})\s?[-/–]\s?(\d{4}|\d{2})\b|\b(20\d{2})\b", words)
    return found[0] if found else ""


def month_of_last_day(words: str) -> str:
    """Return the month whose last day words are (30/04/2024), 2024-04; "" for other words."""
    day = _day(_MIDNIGHT.sub("", words.strip()), "", "")
    if not is_period(day):
        return ""
    last = date.fromisoformat(day)
    return day[:7] if last.day == monthrange(last.year, last.month)[1] else ""


def day_of_serial(words: str) -> str:
    """Return the day of a spreadsheet's serial number (45383), 2024-04-01; "" for other words."""
    if not _SERIAL.fullmatch(words.strip()):
        return ""
    return (SERIAL_ZERO + timedelta(days=int(words))).isoformat()


def is_period(text: str) -> bool:
    """Say whether words are a period as they stand."""
    try:
        parse_period(text)
    except UnknownPeriod:
        return False
    return True


def _month(text: str, year: str, kind: str) -> str:
    if _ONLY_MONTH.fullmatch(text) and year:
        return _month_in(text, year, kind)
    if (found := _FISCAL_MONTH.fullmatch(text)) and _full_years(year):
        first = 9 if kind == KINDS["school"] else 4
        number = (first + int(found[1]) - 2) % 12 + 1
        return _month_in(MONTHS[number - 1], year, kind)
    if found := _SHORT_MONTH.fullmatch(text):
        return f"{found[1].title()} {_full(found[2])}"
    if found := _NUMBERED.fullmatch(text):
        return f"{found[2]}-{int(found[1]):02}"
    if (found := _IN_YEAR.fullmatch(text)) and (_full_years(found[1]) or found[1].isdecimal()):
        return _month_in(found[2], found[1], kind)
    return ""


def _quarter(text: str, year: str, _kind: str) -> str:
    found = _QUARTER.fullmatch(text)
    if not found:
        return ""
    number, of = found[1] or found[4], (found[2] or found[3] or "").strip(" ,-") or year
    return f"Q{number} {_full_years(of) or _calendar(of)}"


def _several(text: str, _year: str, _kind: str) -> str:
    """Write twelve months that end with one, and the three from one to another."""
    if found := _MONTHS_TO.fullmatch(text):
        return f"{found[1]} to {found[3]} {_full(found[4])}"
    if found := _TWELVE.fullmatch(text):
        return f"12 months to {_ends_in(found[1])}"
    return ""


def _ends_in(words: str) -> str:
    """Return the month of a day, or of the words themselves: 31 March 2024 is in March 2024."""
    said = _day(words, "", "")
    if is_period(said):
        return f"{MONTHS[int(said[5:7]) - 1]} {said[:4]}"
    found = _SHORT_MONTH.fullmatch(words)
    return f"{found[1]} {_full(found[2])}" if found else words


def _week(text: str, _year: str, _kind: str) -> str:
    found = _WEEK.fullmatch(text)
    if not found:
        return ""
    which, given = ("ending", found[1]) if found[1] else ("beginning", found[2])
    return f"week {which} {_day(given, '', '') or given}"


def _day(text: str, _year: str, _kind: str) -> str:
    """Write a day as 2024-04-30, whether there is such a day or not."""
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
        return text
    for form in _DAYS:
        if found := form.fullmatch(text):
            named = found[2]
            number = named if named.isdecimal() else _month_number(named)
            return f"{_full(found[3])}-{int(number):02}-{int(found[1]):02}"
    return ""


def _month_number(word: str) -> int:
    return [name[:3].casefold() for name in MONTHS].index(word[:3].casefold()) + 1


def _month_in(text: str, year: str, kind: str) -> str:
    """Put a month into its year: of two years, those before its first month are in the second."""
    number = _month_number(text)
    years = _full_years(year)
    if not years:
        return f"{_calendar(year)}-{number:02}"
    begins = 9 if kind == KINDS["school"] else 4
    first = int(years[:4])
    return f"{first if number >= begins else first + 1}-{number:02}"


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

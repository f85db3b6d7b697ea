"""Numbers in the forms that lists use: 3, iii, III, c, C, 03, 3rd, three."""

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen twenty"
)
_ORDINALS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)


def format_number(number: int, form: str) -> str:
    """A number in one of Word's forms (ECMA-376 17.18.59); decimal in those not known."""
    if form == "none":
        return ""
    if form in ("lowerRoman", "upperRoman") and 0 < number < 4000:
        return _roman(number).upper() if form == "upperRoman" else _roman(number)
    if form in ("lowerLetter", "upperLetter") and number > 0:
        # Word goes on after z with aa, bb, cc.
        letters = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letters.upper() if form == "upperLetter" else letters
    if form in ("cardinalText", "ordinalText") and 0 <= number <= 20:
        words = _WORDS if form == "cardinalText" else _ORDINALS
        return words.split()[number].capitalize()
    if form == "decimalZero":
        return f"{number:02}"
    return f"{number}{_suffix(number)}" if form == "ordinal" else str(number)


def _roman(number: int) -> str:
    text = ""
    for size, letters in _ROMAN:
        text += letters * (number // size)
        number %= size
    return text


def _suffix(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")

"""Word's field codes, left in plain text by whatever turned the document into text."""

import re

# ECMA-376 part 1, 17.16.5 has the codes. A code that is also an English word ("DATE", "ASK",
# "REF") is one only when what follows can stand nowhere but in a field.
_QUOTED = r"[\"“][^\"“”\n]*[\"”]"
_SWITCH = (
    rf"(?:[ \t]*\\(?:\*[ \t]*\w+|[@#][ \t]*(?:{_QUOTED}|\S+)|[a-zA-Z!](?:[ \t]*{_QUOTED})?(?!\w)))"
)
_BARE = re.compile(
    rf"""
      HYPERLINK[ \t]+(?:{_QUOTED}|\\l[ \t]*{_QUOTED}){_SWITCH}*
    | (?:INCLUDEPICTURE|INCLUDETEXT|LINK|IMPORT)[ \t]+{_QUOTED}{_SWITCH}*
    | (?:PAGEREF|REF|NOTEREF)[ \t]+_?\w+{_SWITCH}+
    | (?:PAGEREF|REF|NOTEREF)[ \t]+_(?:Toc|Ref|Hlk)\d+
    | (?:SEQ|STYLEREF|DOCPROPERTY|MERGEFIELD|DOCVARIABLE)[ \t]+(?:{_QUOTED}|\w+){_SWITCH}+
    | MERGEFIELD[ \t]+(?:{_QUOTED}|\w+)
    | EMBED[ \t]+\w+(?:\.\w+)+{_SWITCH}*
    | (?:TOC|INDEX|DATE|TIME|PAGE|NUMPAGES|SAVEDATE|PRINTDATE|CREATEDATE|AUTHOR|TITLE|FILENAME
        |SUBJECT|USERNAME|LASTSAVEDBY|TA|TC|XE|SECTIONPAGES|SYMBOL){_SWITCH}+
    | \b(?:FORMTEXT|FORMCHECKBOX|FORMDROPDOWN)\b{_SWITCH}*
    | \\\*[ \t]*(?:MERGEFORMAT|CHARFORMAT)\b
    | \b(?:MERGEFORMAT|CHARFORMAT)\b
    """,
    re.VERBOSE,
)
BEGIN, SEPARATE, END = "\x13", "\x14", "\x15"


def take_out_field_codes(text: str) -> tuple[str, list[str]]:
    """Return the text with only what fields show, and the codes that were taken out."""
    text, marked = _take_out_marked(text)
    bare: list[str] = []

    def drop(found: re.Match[str]) -> str:
        bare.append(found.group())
        return ""

    return _BARE.sub(drop, text), marked + bare


def _take_out_marked(text: str) -> tuple[str, list[str]]:
    """Take out fields that still have Word's control characters, which may be nested."""
    if BEGIN not in text:
        return re.sub("[\x14\x15]", "", text), []
    shown: list[str] = []
    codes: list[str] = []
    fields: list[list[str] | None] = []  # the code of each open field; None in its result
    for piece in re.split("([\x13\x14\x15])", text):
        if piece == BEGIN:
            fields.append([])
        elif piece in (SEPARATE, END):
            if fields and fields[-1] is not None:
                codes.append("".join(fields[-1]))
                fields[-1] = None
            if piece == END and fields:
                fields.pop()
        else:
            _innermost_code(fields, shown).append(piece)
    # A field that never ends is damage: its words are shown rather than lost.
    shown.extend("".join(code) for code in fields if code)
    return "".join(shown), [code for code in codes if code.strip()]


def _innermost_code(fields: list[list[str] | None], shown: list[str]) -> list[str]:
    """Where words go: into the nearest code that is open, or onto the page."""
    return next((code for code in reversed(fields) if code is not None), shown)

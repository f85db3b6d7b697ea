"""Tables as lines of cells, for those who type them: ``| Street | Lamps |``.

A line of dashes below the first row (``| --- | --- |``) says that the row heads the columns.
"""

import re
from collections.abc import Callable, Sequence

ROW = re.compile(r"\s*\|.*\|\s*")
DASHES = re.compile(r"\s*:?-{3,}:?\s*")
TABLE = re.compile(
    r"<table>(?:<thead><tr>(?P<head>.*?)</tr>\s*</thead>\s*)?<tbody>(?P<body>.*?)</tbody>\s*</table>",
    re.DOTALL,
)
ROWS = re.compile(r"<tr>(.*?)</tr>\s*", re.DOTALL)
CELLS = re.compile(r"<t[hd](?: scope=\"col\")?>(.*?)</t[hd]>\s*", re.DOTALL)
Change = Callable[[str], str]


def is_table(lines: Sequence[str]) -> bool:
    """Say whether every line is a row of cells."""
    return all(ROW.fullmatch(line) for line in lines)


def table_of(lines: Sequence[str], inline: Change) -> str:
    """Return typed rows as a table; ``inline`` makes HTML of the words of a cell."""
    rows = [_cells(line) for line in lines]
    has_head = len(rows) > 1 and all(DASHES.fullmatch(cell) for cell in rows[1])
    width = max(len(row) for row in rows)
    rows = [[*row, *[""] * (width - len(row))] for row in rows]
    head = _row(rows[0], 'th scope="col"', inline) if has_head else ""
    body = "".join(_row(row, "td", inline) for row in rows[2 if has_head else 0 :])
    return f"<table>{f'<thead>{head}</thead>' if head else ''}<tbody>{body}</tbody></table>"


def typed_table(html: str, words: Change) -> str:
    """Return a plain table as typed rows; "" for one that is not plain, such as with wide cells.

    ``words`` makes typed words of the HTML in a cell.
    """
    found = TABLE.fullmatch(html)
    if not found:
        return ""
    rows = [[words(cell) for cell in CELLS.findall(row)] for row in ROWS.findall(found["body"])]
    if found["head"]:
        head = [words(cell) for cell in CELLS.findall(found["head"])]
        rows = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(map(_guarded, row))} |" for row in rows)


def _cells(line: str) -> list[str]:
    inner = re.split(r"(?<!\\)\|", line.strip())[1:-1]
    return [cell.strip().replace(r"\|", "|") for cell in inner]


def _row(cells: Sequence[str], tag: str, inline: Change) -> str:
    name = tag.split()[0]
    return f"<tr>{''.join(f'<{tag}>{inline(cell)}</{name}>' for cell in cells)}</tr>"


def _guarded(cell: str) -> str:
    return cell.strip().replace("|", r"\|")

"""One report, described once, written as a file of every format that councils send."""

import subprocess
from dataclasses import dataclass
from html import escape
from pathlib import Path

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from odf import style, table, text
from odf.opendocument import OpenDocumentText


@dataclass(frozen=True)
class H:
    """A heading with a heading style."""

    text: str
    level: int = 2


@dataclass(frozen=True)
class P:
    """A paragraph; ``\\n`` is a line break inside it."""

    text: str
    bold: bool = False


@dataclass(frozen=True)
class L:
    """A list numbered by the program; an item is a string or (string, sub-items)."""

    items: tuple
    ordered: bool = True


@dataclass(frozen=True)
class T:
    """A table; cells are strings, ``\\n`` between paragraphs."""

    rows: tuple


def write(elements, path: Path) -> Path:
    """Write elements in the format that the suffix of the path names."""
    writer = {".txt": _txt, ".docx": _docx, ".odt": _odt, ".pdf": _pdf}.get(path.suffix)
    if writer:
        writer(elements, path)
    else:
        _office(elements, path)
    return path


def _txt(elements, path):
    parts = []
    for element in elements:
        if isinstance(element, L):
            parts.append("\n".join(_numbered(element)))
        elif isinstance(element, T):
            parts.append("\n".join("\t".join(_one_line(c) for c in row) for row in element.rows))
        else:
            parts.append(element.text)
    path.write_text("\n\n".join(parts) + "\n", encoding="utf-8")


def _one_line(cell):
    return cell.replace("\n", "; ") if ":" not in cell else cell.replace("\n", " ")


def _numbered(a_list, indent=""):
    for number, item in enumerate(a_list.items, 1):
        words, below = item if isinstance(item, tuple) else (item, ())
        letter = chr(ord("a") + number - 1)
        marker = "•" if not a_list.ordered else f"({letter})" if indent else f"{number}."
        yield f"{indent}{marker} {words}"
        yield from _numbered(L(below, a_list.ordered), indent + "   ")


def _docx(elements, path):
    document = docx.Document()
    for element in elements:
        if isinstance(element, H):
            document.add_heading(element.text, element.level)
        elif isinstance(element, P):
            document.add_paragraph().add_run(element.text).bold = element.bold or None
        elif isinstance(element, L):
            _docx_list(document, element, 1)
        else:
            _docx_table(document, element)
    document.save(path)


def _docx_list(document: Document, a_list, depth, number=None):
    number = number or _docx_numbering(document, is_ordered=a_list.ordered)
    for item in a_list.items:
        words, below = item if isinstance(item, tuple) else (item, ())
        properties = document.add_paragraph(words)._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val = depth - 1
        properties.get_or_add_numId().val = number
        _docx_list(document, L(below, a_list.ordered), depth + 1, number)


def _docx_numbering(document: Document, *, is_ordered):
    """A list of two levels as Word writes it, numbered afresh; its numId."""
    numbering = document.part.numbering_part.element
    number = len(numbering.num_lst) + 100
    forms = (("decimal", "%1."), ("lowerLetter", "(%2)"))
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/>'
        f'<w:numFmt w:val="{form if is_ordered else "bullet"}"/>'
        f'<w:lvlText w:val="{words if is_ordered else "•"}"/></w:lvl>'
        for level, (form, words) in enumerate(forms)
    )
    abstract = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}">{levels}</w:abstractNum>'
    )
    numbering.insert(0, abstract)
    numbering.append(
        parse_xml(
            f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
        )
    )
    return number


def _docx_table(document: Document, element):
    grid = document.add_table(rows=0, cols=max(len(row) for row in element.rows))
    grid.style = "Table Grid"
    for row in element.rows:
        for cell, words in zip(grid.add_row().cells, row, strict=False):
            first, *rest = words.split("\n")
            cell.text = first
            for line in rest:
                cell.add_paragraph(line)


def _odt(elements, path):
    document = OpenDocumentText()
    bold = style.Style(name="Strong", family="paragraph")
    bold.addElement(style.TextProperties(fontweight="bold"))
    document.automaticstyles.addElement(bold)
    numbers, bullets = text.ListStyle(name="Numbers"), text.ListStyle(name="Bullets")
    for level in (1, 2):
        form = "1" if level == 1 else "a"
        numbers.addElement(
            text.ListLevelStyleNumber(level=level, numformat=form, numsuffix=".", stylename="")
        )
        bullets.addElement(text.ListLevelStyleBullet(level=level, bulletchar="•", stylename=""))
    document.automaticstyles.addElement(numbers)
    document.automaticstyles.addElement(bullets)
    for element in elements:
        document.text.addElement(_odt_element(element))
    document.save(str(path))


def _odt_element(element):
    if isinstance(element, H):
        return text.H(outlinelevel=element.level, text=element.text)
    if isinstance(element, P):
        return _odt_paragraph(element.text, "Strong" if element.bold else None)
    if isinstance(element, L):
        return _odt_list(element)
    grid = table.Table()
    width = max(len(row) for row in element.rows)
    grid.addElement(table.TableColumn(numbercolumnsrepeated=width))
    for row in element.rows:
        line = table.TableRow()
        for words in row:
            cell = table.TableCell()
            for paragraph in words.split("\n"):
                cell.addElement(text.P(text=paragraph))
            line.addElement(cell)
        grid.addElement(line)
    return grid


def _odt_paragraph(words, name):
    paragraph = text.P(stylename=name) if name else text.P()
    for number, line in enumerate(words.split("\n")):
        if number:
            paragraph.addElement(text.LineBreak())
        paragraph.addText(line)
    return paragraph


def _odt_list(a_list):
    found = text.List(stylename="Numbers" if a_list.ordered else "Bullets")
    for item in a_list.items:
        words, below = item if isinstance(item, tuple) else (item, ())
        entry = text.ListItem()
        entry.addElement(text.P(text=words))
        if below:
            entry.addElement(_odt_list(L(below, a_list.ordered)))
        found.addElement(entry)
    return found


_CSS = """
@page { size: A4; margin: 20mm } body { font: 11pt 'DejaVu Sans', sans-serif }
h1 { font-size: 18pt } h2 { font-size: 15pt } h3 { font-size: 13pt }
td { border: 1px solid; padding: 4pt; vertical-align: top }
table { border-collapse: collapse; width: 100% }
"""


def _pdf(elements, path):
    from weasyprint import HTML

    body = "\n".join(map(_html_element, elements))
    HTML(string=f"<html><style>{_CSS}</style><body>{body}</body></html>").write_pdf(path)


def _html_element(element):
    if isinstance(element, H):
        return f"<h{element.level}>{escape(element.text)}</h{element.level}>"
    if isinstance(element, P):
        words = escape(element.text).replace("\n", "<br>")
        return f"<p><b>{words}</b></p>" if element.bold else f"<p>{words}</p>"
    if isinstance(element, L):
        return _html_list(element)
    rows = ("".join(f"<td>{_html_cell(cell)}</td>" for cell in row) for row in element.rows)
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"


def _html_cell(words):
    return escape(words).replace("\n", "<br>")


def _html_list(a_list, depth=1):
    tag = "ol" if a_list.ordered else "ul"
    kind = ' style="list-style-type: lower-alpha"' if a_list.ordered and depth > 1 else ""
    items = []
    for item in a_list.items:
        words, below = item if isinstance(item, tuple) else (item, ())
        inner = _html_list(L(below, a_list.ordered), depth + 1) if below else ""
        items.append(f"<li>{escape(words)}{inner}</li>")
    return f"<{tag}{kind}>{''.join(items)}</{tag}>"


def _office(elements, path):
    source = write(elements, path.with_name("source.docx"))
    profile = path.with_name("profile")
    subprocess.run(
        [
            *("soffice", "--headless", f"-env:UserInstallation=file://{profile}"),
            *("--convert-to", path.suffix.lstrip("."), "--outdir", str(path.parent), str(source)),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    source.with_suffix(path.suffix).rename(path)

"""Reading a ten-page Word report."""

import random
import tempfile
import time
from pathlib import Path

from docx import Document

from bench.prose import Prose
from bench.table import Figure, report

SECTIONS = (
    "Executive Summary",
    "Recommendation",
    "Background and Advice",
    "Consultations",
    "Implications",
)
PAGES = 10


def report_file(folder: Path) -> Path:
    """Write a report of about ten pages with headings, lists and tables."""
    words, document = Prose(random.Random(7)), Document()
    document.add_paragraph("Scrutiny Committee")
    document.add_paragraph("Meeting to be held on Monday, 7 July 2025")
    document.add_heading("A long report", 0)
    for section in SECTIONS:
        document.add_heading(section, 1)
        for _ in range(PAGES):
            document.add_heading(words.title(4), 2)
            document.add_paragraph(words.title(90))
            for _ in range(3):
                document.add_paragraph(words.title(12), style="List Bullet")
        table = document.add_table(rows=8, cols=4)
        for cell in (cell for row in table.rows for cell in row.cells):
            cell.text = words.title(2)
    path = folder / "report.docx"
    document.save(str(path))
    return path


def measure() -> list[Figure]:
    """Return CPU seconds of reading it into its parts, imports included once before."""
    from cleardays.readers.files.read import read_file
    from cleardays.readers.reports import read_report

    with tempfile.TemporaryDirectory() as folder:
        path = report_file(Path(folder))
        read_report(read_file(path))
        began = time.process_time()
        read_report(read_file(path))
        taken = time.process_time() - began
    return [Figure("reading a 10-page .docx report", taken, "s CPU", 0.5)]


if __name__ == "__main__":
    report(measure())

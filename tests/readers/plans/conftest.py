"""Tables written with openpyxl as people would have made them."""

import pytest
from openpyxl import Workbook


@pytest.fixture
def sheet_of(tmp_path):
    """A function from rows (and a way to touch the sheet) to the path of a workbook."""

    def write(*rows, touch=None, title="Plan", others=()):
        book = Workbook()
        sheet = book.active
        sheet.title = title
        for row in rows:
            sheet.append(list(row))
        for name, lines in others:
            other = book.create_sheet(name)
            for line in lines:
                other.append(list(line))
        if touch:
            touch(sheet)
        path = tmp_path / "plan.xlsx"
        book.save(path)
        return path

    return write

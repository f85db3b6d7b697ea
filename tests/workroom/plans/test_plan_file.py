"""A stranger's spreadsheet, read in a process of its own."""

import pytest

from cleardays.readers.blocks import Unreadable
from cleardays.workroom.plans.plan_file import read_plan_file


@pytest.fixture
def file(tmp_path):
    """A function from bytes to the path of a file that holds them."""

    def write(raw):
        path = tmp_path / "plan"
        path.write_bytes(raw)
        return path

    return write


def test_a_table_comes_back_as_it_was_read(file):
    table = read_plan_file(file(b"Reference,Action,Boats\n1,Row,Two\n"))

    (row,) = table.rows
    assert (row.ref, row.values["title"], row.notes) == ("1", "Row", ("Boats: Two",))


def test_faults_come_back_too(file):
    assert [fault.cell for fault in read_plan_file(file(b"Ref,Action\n1,\n")).faults] == ["B2"]


def test_what_is_no_table_is_refused_with_what_to_do(file):
    with pytest.raises(Unreadable, match="begin with the template"):
        read_plan_file(file(b"Name,Salary\n"))

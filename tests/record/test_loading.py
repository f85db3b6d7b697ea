"""Documents come back as they went in, whatever version of the fields made them."""

import dataclasses
import json

import pytest

from cleardays.record.log import body_of
from cleardays.record.schemas.common import Link
from cleardays.record.schemas.loading import load
from tests.factories.record import (
    a_committee,
    a_file,
    a_meeting,
    a_report,
    an_item,
)


@pytest.mark.parametrize("make", [a_committee, a_meeting, a_report])
def test_a_document_comes_back_equal(make):
    document = make()

    assert load(document.doc_type, body_of(document)) == document


def test_nested_values_come_back_as_values():
    item = an_item(report=Link("reports/x", "X"), files=(a_file(),), exempt_paragraphs=(1, 3))
    meeting = a_meeting(items=(item,))

    assert load("meeting", body_of(meeting)).items == (item,)


def test_fields_of_another_version_are_left_out_or_take_their_defaults():
    plain = json.loads(body_of(a_report()))
    plain["withdrawn_field"] = "x"
    del plain["sources"]

    report = load("report", json.dumps(plain))

    assert report.sources == ()


def test_a_field_that_is_missing_and_has_no_default_is_named():
    plain = json.loads(body_of(a_report()))
    del plain["council"]

    with pytest.raises(KeyError, match="council"):
        load("report", json.dumps(plain))


def test_a_document_that_was_loaded_cannot_be_changed():
    report = load("report", body_of(a_report()))

    with pytest.raises(dataclasses.FrozenInstanceError):
        report.title = "Another"

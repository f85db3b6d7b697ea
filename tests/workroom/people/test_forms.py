import pytest

from cleardays.workroom.people.forms import CommitteeForm
from tests.factories.people import make_committee, make_council


def form_of(council, **typed):
    return CommitteeForm({"name": "Lamps", "kind": "scrutiny", **typed}, organisation=council)


def test_sources_are_addresses_one_a_line():
    form = form_of(make_council(), sources="https://one.example/\n\n http://two.example/ ")

    assert form.is_valid(), form.errors
    assert form.cleaned_data["sources"] == ["https://one.example/", "http://two.example/"]


@pytest.mark.parametrize("typed", ["one.example", "javascript:alert(1)"])
def test_a_source_that_is_no_address_is_refused_in_words(typed):
    form = form_of(make_council(), sources=typed)

    assert "is no web address" in str(form.errors["sources"])


def test_only_committees_of_the_same_council_can_follow():
    committee = make_committee()
    form = form_of(make_council(), successor=committee.pk)

    assert "successor" in form.errors

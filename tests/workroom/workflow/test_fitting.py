import pytest

from cleardays.workroom.people.models import Committee
from cleardays.workroom.workflow.engine import Refused
from cleardays.workroom.workflow.fitting import refuse_what_does_not_fit

FINE = {"name": "Lamps", "slug": "lamps", "kind": "scrutiny"}


def test_what_fits_passes():
    refuse_what_does_not_fit(Committee(**FINE), exclude=("organisation",))


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"name": "x" * 301}, "Name: Ensure this value has at most 300 characters"),
        ({"kind": "choir"}, "Kind: Value 'choir' is not a valid choice"),
        ({"slug": "two words"}, "Slug: "),
    ],
)
def test_what_does_not_fit_is_refused_in_words(wrong, why):
    with pytest.raises(Refused, match=why):
        refuse_what_does_not_fit(Committee(**{**FINE, **wrong}), exclude=("organisation",))

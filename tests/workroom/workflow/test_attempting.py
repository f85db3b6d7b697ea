from django import forms

from cleardays.workroom.access.viewer import NotAllowed
from cleardays.workroom.workflow.attempting import attempt
from cleardays.workroom.workflow.engine import Refused


class NameForm(forms.Form):
    name = forms.CharField()


def refuse(data):
    raise Refused("Not on a Sunday", "Not in the dark")


def forbid(data):
    raise NotAllowed("Member may not publish here")


def test_what_was_typed_reaches_the_deed():
    seen = []

    assert attempt(NameForm({"name": "Lamp"}), seen.append)
    assert seen == [{"name": "Lamp"}]


def test_a_form_with_faults_reaches_no_deed():
    seen = []

    assert not attempt(NameForm({}), seen.append)
    assert seen == []


def test_every_reason_of_a_refusal_stands_on_the_form():
    form = NameForm({"name": "Lamp"})

    assert not attempt(form, refuse)
    assert form.non_field_errors() == ["Not on a Sunday", "Not in the dark"]


def test_what_is_not_allowed_stands_on_the_form():
    form = NameForm({"name": "Lamp"})

    assert not attempt(form, forbid)
    assert form.non_field_errors() == ["Member may not publish here"]

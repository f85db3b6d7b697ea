"""The record of a decision of one person, as a form."""

from django import forms

from cleardays.design.forms import DayField
from cleardays.workroom.inspections.models import Decision


class DecisionForm(forms.Form):
    """What the record of an executive decision holds (SI 2012/2089, reg 13)."""

    taken_on = DayField(label="Taken on")
    taken_by = forms.CharField(
        label="Taken by", max_length=200, help_text="Public: a post, not a name."
    )
    how = forms.ChoiceField(label="Notice", choices=Decision.How.choices)
    decision = forms.CharField(
        label="What was decided",
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Public, like all of this record: nothing that is exempt or confidential.",
    )
    reasons = forms.CharField(label="Reasons", widget=forms.Textarea(attrs={"rows": 4}))
    alternatives = forms.CharField(
        label="Alternatives considered and rejected",
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="If there were none, say so.",
    )
    conflicts = forms.CharField(
        label="Conflicts of interest",
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Declared by members of the executive who were consulted, with any"
        " dispensation. If there were none, say so.",
    )
    address = forms.URLField(
        label="Where the report stands",
        required=False,
        assume_scheme="https",
        max_length=500,
        help_text="Public: the web address of the record with the report that was considered.",
    )

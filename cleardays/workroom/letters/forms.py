"""What somebody may type about a letter."""

from django import forms


class AnswerForm(forms.Form):
    """How a letter was answered."""

    answer = forms.CharField(
        label="What was answered or done",
        help_text="For colleagues. Send the answer itself by e-mail, to the address above.",
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=5000,
    )

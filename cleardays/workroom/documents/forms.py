"""What the user may give: files, and the meeting and committee that they are for."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

ACCEPTED = ".docx,.doc,.odt,.rtf,.pdf,.txt"


class SeveralFilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class SeveralFilesField(forms.FileField):
    """One or more files; empty ones too, which the reader refuses by name."""

    def __init__(self, **kwargs: Any) -> None:
        widget = SeveralFilesInput(attrs={"accept": ACCEPTED})
        super().__init__(widget=widget, allow_empty_file=True, **kwargs)

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        given = data if isinstance(data, list | tuple) else [data]
        return [super(SeveralFilesField, self).clean(one, initial) for one in given or [None]]


class UploadForm(forms.Form):
    file = SeveralFilesField(
        label="Report files",
        help_text="Word, OpenDocument, RTF, PDF or text. Choose one or more, or drop them here.",
        error_messages={"required": "Choose a file"},
    )
    meeting = forms.IntegerField(required=False, widget=forms.HiddenInput)
    committee = forms.IntegerField(required=False, widget=forms.HiddenInput)

"""One file or several in one field."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.datastructures import MultiValueDict

from cleardays.workroom.documents.forms import UploadForm


def given(*names):
    files = [SimpleUploadedFile(name, b"Words") for name in names]
    return UploadForm({"meeting": ""}, MultiValueDict({"file": files}))


def test_several_files_come_through_one_field():
    form = given("one.txt", "two.txt")

    assert form.is_valid()
    assert [file.name for file in form.cleaned_data["file"]] == ["one.txt", "two.txt"]


def test_no_file_is_a_fault():
    assert given().errors["file"] == ["Choose a file"]

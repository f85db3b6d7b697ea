"""Files: whole, in part, and never after a recall."""

import pytest

from cleardays.record import files
from tests.factories.record import a_file, a_report, publish, recall


@pytest.fixture
def paper():
    return a_file("0123456789", name="the report.pdf")


def get(client, paper, **headers):
    address = f"/files/{paper.sha256}/{paper.name}"
    response = client.get(address, headers=headers)
    return response, b"".join(response)


def test_a_file_is_given_whole_with_its_kind_and_length(public, paper):
    response, body = get(public, paper)

    assert (response.status_code, body) == (200, b"0123456789")
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Length"] == "10"
    assert response["Content-Disposition"] == 'inline; filename="the report.pdf"'
    assert response["Accept-Ranges"] == "bytes"
    assert "immutable" in response["Cache-Control"]
    assert response["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    ("asked", "given", "told"),
    [
        ("bytes=0-3", b"0123", "bytes 0-3/10"),
        ("bytes=7-", b"789", "bytes 7-9/10"),
        ("bytes=-2", b"89", "bytes 8-9/10"),
        ("bytes=5-500", b"56789", "bytes 5-9/10"),
        ("bytes=-500", b"0123456789", "bytes 0-9/10"),
    ],
)
def test_a_part_is_given_as_asked(public, paper, asked, given, told):
    response, body = get(public, paper, Range=asked)

    assert (response.status_code, body) == (206, given)
    assert response["Content-Range"] == told
    assert response["Content-Length"] == str(len(given))


@pytest.mark.parametrize("asked", ["bytes=10-", "bytes=99-100", "bytes=5-2", "bytes=-0"])
def test_a_part_that_is_not_there_is_refused(public, paper, asked):
    response, _ = get(public, paper, Range=asked)

    assert response.status_code == 416
    assert response["Content-Range"] == "bytes */10"


TOO_LONG = "9" * 5000  # Python makes no number of it
NOT_UNDERSTOOD = ["bytes=-", "bytes=0-1,4-5", "lines=1-2", "bytes=a-b", f"bytes={TOO_LONG}-"]


@pytest.mark.parametrize("asked", NOT_UNDERSTOOD)
def test_what_cannot_be_understood_is_answered_whole(public, paper, asked):
    response, body = get(public, paper, Range=asked)

    assert (response.status_code, body) == (200, b"0123456789")


def test_a_part_of_another_version_is_answered_whole(public, paper):
    response, _ = get(public, paper, Range="bytes=0-1", **{"If-Range": '"other"'})

    assert response.status_code == 200


def test_head_gives_length_and_opens_nothing(public, paper):
    response = public.head(f"/files/{paper.sha256}/x.pdf", headers={"Range": "bytes=0-1"})

    assert (response.status_code, response["Content-Length"]) == (206, "2")


def test_what_browsers_could_run_is_saved_and_not_shown(public):
    page = a_file("<script>", name="x.html", media_type="text/html")

    response, _ = get(public, page)

    assert response["Content-Disposition"].startswith("attachment")


def test_a_name_cannot_break_out_of_its_header(public, paper):
    response = public.get(f'/files/{paper.sha256}/a"%0d%0aSet-Cookie: x.pdf')
    b"".join(response)

    assert "Set-Cookie" not in response.headers
    assert "\n" not in response["Content-Disposition"]


def test_a_recalled_file_is_gone_even_while_its_bytes_are_there(public, paper):
    report = a_report(files=(paper,))
    publish(report)
    recall(report.ref)

    response, _ = get(public, paper)

    assert files.path_of(paper.sha256).exists()
    assert response.status_code == 410


def test_an_unknown_file_is_not_found(public):
    assert public.get(f"/files/{'0' * 64}/x.pdf").status_code == 404

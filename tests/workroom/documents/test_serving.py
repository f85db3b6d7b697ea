"""A private file goes out as a download and nothing else."""

from cleardays.workroom.documents.serving import hand_over
from tests.factories.documents import make_file


def test_a_name_with_quotes_and_breaks_cannot_forge_a_header(author):
    file = make_file(author, name='a"; filename="b.html\r\nX-Forged: 1.txt')

    response = hand_over(file)

    response.close()
    assert "\n" not in response["Content-Disposition"]
    assert response["Content-Disposition"].startswith("attachment")
    assert "X-Forged" not in response

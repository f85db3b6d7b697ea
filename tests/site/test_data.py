"""Open data says what the pages say."""

import json

from cleardays.record.chain import canonical, content_hash
from cleardays.record.log import body_of
from cleardays.record.models import Entry
from tests.factories.record import a_report, publish, recall


def test_a_document_beside_its_page(public, council, settings):
    response = public.get(f"/{council.report.ref}/index.json")

    answer = response.json()
    assert canonical(answer["content"]) == body_of(council.report)
    assert (answer["type"], answer["version"], answer["entry"]) == ("report", 1, 2)
    assert answer["page"] == f"{settings.SITE_URL}/{council.report.ref}/"
    assert response["Access-Control-Allow-Origin"] == "*"


def test_a_recalled_document_gives_its_reason_and_nothing_else(public, council):
    recall(council.report.ref, "It named somebody")

    response = public.get(f"/{council.report.ref}/index.json")

    assert response.status_code == 410
    assert response.json()["tombstone"]["reason"] == "It named somebody"
    assert council.report.title not in response.content.decode()


def test_lists_go_on_until_there_is_no_more(public, monkeypatch):
    monkeypatch.setattr("cleardays.site.data.DOCUMENTS_A_PAGE", 2)
    for _ in range(5):
        publish(a_report())

    seen, address = [], "/data/report.json"
    while address:
        answer = public.get(address).json()
        seen += [one["ref"] for one in answer["documents"]]
        address = answer.get("next", "").partition("8000")[2]

    assert len(seen) == len(set(seen)) == 5


def test_what_is_no_kind_or_no_number_is_not_found(public):
    for address in (
        "/data/secret.json",
        "/data/report.json?after=x",
        "/record/log.jsonl?after=-1",
    ):
        assert public.get(address).status_code == 404


def test_an_entry_gives_its_content_with_the_salt_of_its_hash(public, council):
    answer = public.get("/record/2/content.json").json()

    told = Entry.objects.get(seq=2).content_hash
    assert content_hash(answer["salt"], canonical(answer["content"])) == told


def test_the_content_of_a_recalled_entry_is_gone(public, council):
    recall(council.report.ref)

    response = public.get("/record/2/content.json")

    assert response.status_code == 410
    assert "salt" not in response.json()


def test_the_log_goes_on_after_an_entry(public, council):
    lines = b"".join(public.get("/record/log.jsonl?after=2")).decode().splitlines()

    assert [json.loads(line)["seq"] for line in lines] == [3]

"""Everything as tables: what the pages say, a fact on a row, in which no cell is a formula."""

import csv
import io
import json

import pytest

from cleardays.record.schemas.plan import RiskDocument, UpdateDocument, VoiceDocument
from cleardays.site.spreadsheets import SHEETS
from tests.factories.record import (
    PLAN,
    a_measure,
    a_milestone,
    a_plan,
    an_action,
    an_inspection,
    changed,
    publish,
    recall,
)


def rows_of(public, name):
    content = b"".join(public.get(f"/data/{name}.csv"))
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))


@pytest.mark.parametrize("name", SHEETS)
def test_every_table_has_its_columns_when_there_is_nothing(public, name):
    response = public.get(f"/data/{name}.csv")

    assert response["Content-Type"] == "text/csv; charset=utf-8"
    head = b"".join(response).decode("utf-8-sig").strip()
    assert head == ",".join(("page", "version", *SHEETS[name].columns))


def test_each_row_begins_with_its_page_and_version(public, settings):
    publish(an_inspection())
    publish(changed(an_inspection(), outcome="Otherwise"))

    first = rows_of(public, "findings")[0]

    assert first["page"] == f"{settings.SITE_URL}/inspections/borough-2025/"
    assert (first["version"], first["number"]) == ("2", "1")


def test_parts_of_actions_name_their_action(public):
    said = UpdateDocument("2026-01-04", "Head of inclusion", "=Two posts filled")
    publish(a_plan(actions=(an_action(updates=(said,), milestones=(a_milestone(),)),)))

    assert [(row["action"], row["words"]) for row in rows_of(public, "updates")] == [
        ("A1", "'=Two posts filled")
    ]
    assert [row["action"] for row in rows_of(public, "milestones")] == ["A1"]


def test_of_placeholders_only_how_they_stand_is_given(public):
    stand_in = an_action(is_placeholder=True, milestones=(a_milestone(),))
    publish(a_plan(actions=(stand_in,)))

    (row,) = rows_of(public, "actions")

    assert (row["ref"], row["start"], row["delivery"] != "") == ("A1", "", True)
    assert rows_of(public, "milestones") == []


def test_risks_and_what_families_said_are_tables_too(public):
    risk = RiskDocument("Nobody applies", "Head of inclusion", 3, 4, "Advertise again")
    voice = VoiceDocument("Parent carer forum", "2025-11-03", "Answer sooner")
    publish(a_plan(risks=(risk,), voices=(voice,)))

    assert [row["likelihood"] for row in rows_of(public, "risks")] == ["3"]
    assert [row["said"] for row in rows_of(public, "voices")] == ["Answer sooner"]


def test_what_was_recalled_is_in_no_table(public):
    publish(a_plan())
    recall(PLAN.ref)

    assert rows_of(public, "actions") == []


@pytest.mark.parametrize("name", SHEETS)
def test_every_table_is_json_too_with_the_same_keys(public, name):
    publish(an_inspection())
    publish(a_plan(actions=(an_action(milestones=(a_milestone(),)),)))
    publish(a_measure())

    found = json.loads(b"".join(public.get(f"/data/{name}.json")))

    assert len(found) == len(rows_of(public, name))
    assert len(set(SHEETS[name].columns)) == len(SHEETS[name].columns)
    assert {tuple(one) for one in found} <= {("page", "version", *SHEETS[name].columns)}


def test_in_json_a_figure_is_a_figure_and_words_are_as_they_were(public):
    said = UpdateDocument("2026-01-04", "Head of inclusion", "=Two posts filled")
    publish(a_plan(actions=(an_action(updates=(said,)),)))

    (update,) = json.loads(b"".join(public.get("/data/updates.json")))
    (action,) = json.loads(b"".join(public.get("/data/actions.json")))

    assert (update["version"], update["words"]) == (1, "=Two posts filled")
    assert (action["areas"], action["is_placeholder"]) == (["inspections/borough-2025#1"], False)


def test_all_documents_of_a_kind_are_still_listed(public):
    publish(a_plan())

    assert public.get("/data/plan.json").json()["documents"][0]["ref"] == PLAN.ref


@pytest.mark.parametrize("form", ["csv", "json", "xml"])
def test_a_table_that_there_is_not_is_not_found(public, form):
    assert public.get(f"/data/secrets.{form}").status_code == 404

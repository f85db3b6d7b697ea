"""What search engines read of inspections, plans and measures."""

import json
import re
from typing import Any

from tests.factories.record import (
    INSPECTION,
    a_measure,
    a_plan,
    an_inspection,
    publish,
)

SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def linked_data(page) -> dict[str, Any]:
    found = SCRIPT.search(page.text)
    assert found
    return json.loads(found[1])


def test_an_inspection_is_an_event_with_the_whole_case_as_its_data(public):
    publish(an_inspection())

    said = linked_data(public.get(f"/{INSPECTION.ref}/"))

    assert said["@type"] == "Event"
    assert said["startDate"] == "2025-09-08"
    assert said["subjectOf"]["@type"] == "Dataset"
    assert said["subjectOf"]["distribution"][0]["contentUrl"].endswith("/timeline.csv")


def test_a_day_that_is_not_exact_is_not_made_exact(public):
    publish(an_inspection(days_words="In September 2025"))

    assert "startDate" not in linked_data(public.get(f"/{INSPECTION.ref}/"))


def test_a_plan_is_a_dataset_of_its_council_and_every_download_is_there(public):
    plan = a_plan()
    publish(plan)

    said = linked_data(public.get(f"/{plan.ref}/"))

    assert (said["@type"], said["creator"]["@type"]) == ("Dataset", "GovernmentOrganization")
    for one in said["distribution"]:
        assert public.get("/" + one["contentUrl"].split("/", 3)[3]).status_code == 200


def test_a_measure_names_what_and_where_and_no_figure(public):
    measure = a_measure()
    publish(measure)

    said = linked_data(public.get(f"/{measure.ref}/"))

    assert said["variableMeasured"]["name"] == measure.definitions[-1].name
    assert not {"value", "minValue", "maxValue"} & set(said["variableMeasured"])
    assert {place["@type"] for place in said["spatialCoverage"]} == {"Place"}

"""Pages take nothing from anywhere else, and are in order for those who hear them."""

import re
from itertools import pairwise

import pytest
from lxml import html

from cleardays.record.followers.search import follow
from cleardays.record.schemas.plan import VoiceDocument
from tests.factories.record import (
    MEASURE,
    a_judgement,
    a_measure,
    a_milestone,
    a_plan,
    an_action,
    an_ask,
    an_inspection,
    changed,
    publish,
    recall,
)

ADDRESSES = (
    "/",
    "/calendar/2026/1/",
    "/committees/",
    "/committees/scrutiny/",
    "/committees/scrutiny/meetings/",
    "/{meeting}/",
    "/{meeting}/notice/",
    "/{meeting}/versions/",
    "/{report}/",
    "/{report}/versions/1/",
    "/{report}/changes/1-2/",
    "/{gone}/",
    "/inspections/",
    "/inspections/borough-2025/",
    "/inspections/borough-2025/areas/1/",
    "/inspections/borough-2025/timeline/",
    "/plans/",
    "/plans/borough-2025/",
    "/plans/borough-2025/actions/A1/",
    "/plans/borough-2025/lists/slipped/",
    "/plans/borough-2025/changes/1-2/",
    "/measures/on-time/",
    "/asks/",
    "/{ask}/",
    "/committees/scrutiny/since/",
    "/search/?q=inspection",
    "/record/",
    "/record/1/",
    "/data/",
    "/letters/",
    "/letters/thanks/",
    "/about/",
    "/accessibility/",
    "/nothing/",
)


def follow_inspection():
    """Publish an inspection, two versions of a plan, a measure and an ask, which is returned."""
    action = an_action(measures=(MEASURE,), milestones=(a_milestone(),))
    voice = VoiceDocument("Parent carers", "2025-11-01", "Nobody calls back")
    plan = a_plan(actions=(action,), voices=(voice,), legend=(("Green", "On its way"),))
    publish(an_inspection(judgements=(a_judgement(),)))
    publish(a_measure())
    publish(plan)
    publish(changed(plan, actions=(changed(action, finish="2026-05-01"),)))
    ask = an_ask()
    publish(ask)
    return ask


@pytest.fixture
def tree(public, council, request):
    publish(changed(council.report, title="Second version"))
    gone = changed(council.report, ref="reports/gone")
    publish(gone)
    recall(gone.ref)
    ask = follow_inspection()
    follow()
    address = request.param.format(
        meeting=council.meeting.ref, report=council.report.ref, gone=gone.ref, ask=ask.ref
    )
    return html.fromstring(public.get(address).content)


every_page = pytest.mark.parametrize("tree", ADDRESSES, indirect=True)


@every_page
def test_nothing_is_loaded_from_anywhere_else(tree):
    loaded = tree.xpath("//@src | //link[not(@rel='alternate')]/@href | //@srcset | //@action")

    assert loaded
    assert [address for address in loaded if not address.startswith("/")] == []


@every_page
def test_there_is_no_script_and_no_style_in_the_page(tree):
    scripts = tree.xpath("//script[not(@type='application/ld+json')]")

    assert scripts == []
    assert tree.xpath("//style | //@style | //@onclick | //iframe | //object | //embed") == []


@every_page
def test_headings_are_in_order_and_there_is_one_title(tree):
    levels = [
        int(heading.tag[1])
        for heading in tree.xpath(
            "//main//*[re:test(local-name(), '^h[1-6]$')]",
            namespaces={"re": "http://exslt.org/regular-expressions"},
        )
    ]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


@every_page
def test_every_id_is_there_once_and_every_link_within_the_page_leads_somewhere(tree):
    ids = tree.xpath("//@id")

    assert len(ids) == len(set(ids))
    for anchor in tree.xpath("//a/@href[starts-with(., '#')]"):
        assert anchor[1:] in ids


@every_page
def test_every_page_says_what_it_is(tree):
    assert re.search(r"\w", tree.findtext(".//title"))
    assert tree.get("lang") == "en-GB"
    assert tree.xpath("//meta[@name='description']/@content")[0].strip()


@every_page
def test_fields_have_labels(tree):
    for field in tree.xpath("//input[not(@type='hidden')] | //select | //textarea"):
        assert tree.xpath(f"//label[@for='{field.get('id')}']"), field.get("name")

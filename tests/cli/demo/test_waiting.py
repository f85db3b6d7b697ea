"""Whoever signs in to the demonstration finds something to do."""

import json

WAITING = """
import json
from datetime import date
from django.utils.timezone import localdate
from cleardays.workroom.accounts.models import User
from cleardays.workroom.accounts.viewers import viewer_of
from cleardays.workroom.documents.models import Upload
from cleardays.workroom.meetings.models import Meeting
from cleardays.workroom.plans.models import Action, Update
from cleardays.workroom.recommendations.models import Ask
from cleardays.workroom.reports.models import Report
def who(key):
    return viewer_of(User.objects.get(email=f"{key}@demo.example"), localdate())
to_come = Meeting.objects.visible_to(who("deputy")).to_come(localdate())
print(json.dumps({
    "to_come": [[one.state, one.is_invented, bool(one.release_asked_at)] for one in to_come],
    "to_answer": Ask.objects.visible_to(who("partner")).filter(
        state="open", asked_of=who("partner").organisation_id).count(),
    "to_update": Action.objects.visible_to(who("partner")).filter(
        lead_body=who("partner").organisation_id, finished=None).count(),
    "to_take": Update.objects.visible_to(who("lead")).filter(state="draft").count(),
    "to_clear": Report.objects.visible_to(who("clearer")).filter(state="clearance").count(),
    "uploads": [[one.state, len(one.draft["unread"])]
                for one in Upload.objects.visible_to(who("author"))],
}))
"""


def test_something_waits_for_each_of_those_who_prepare(demonstration):
    waiting = json.loads(demonstration.python(WAITING).stdout)

    assert waiting == {
        "to_come": [["published", True, False], ["draft", True, True]],
        "to_answer": 1,
        "to_update": 2,
        "to_take": 1,
        "to_clear": 1,
        "uploads": [["read", 1]],
    }

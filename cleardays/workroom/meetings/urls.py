"""Addresses, in reading order."""

from django.urls import path

from cleardays.workroom.meetings.views import (
    agenda,
    exemption,
    items,
    meetings,
    publication,
)

app_name = "meetings"
urlpatterns = [
    path("committees/<int:pk>/", meetings.committee, name="committee"),
    path("meetings/", meetings.listing, name="list"),
    path("meetings/call/", meetings.create, name="create"),
    path("meetings/check-date/", meetings.check_date, name="check_date"),
    path("meetings/<int:pk>/", agenda.detail, name="detail"),
    path("meetings/<int:pk>/history/", agenda.history, name="history"),
    path("meetings/<int:pk>/change/", meetings.change, name="change"),
    path("meetings/<int:pk>/cancel/", meetings.cancel, name="cancel"),
    path("meetings/<int:pk>/shorter-notice/", meetings.call_at_shorter_notice, name="call"),
    path("meetings/<int:pk>/items/add/", items.add, name="add_item"),
    path("meetings/<int:pk>/items/late/", items.add_late, name="add_late_item"),
    path("meetings/<int:pk>/items/exempt/", exemption.add_exempt, name="add_exempt_item"),
    path("meetings/<int:pk>/reports/add/", items.add_report, name="add_report"),
    path("meetings/<int:pk>/ask/", publication.ask_for_release, name="ask_for_release"),
    path("meetings/<int:pk>/preview/", publication.preview, name="preview"),
    path("meetings/<int:pk>/release/", publication.release, name="release"),
    path("meetings/<int:pk>/publish/", publication.publish, name="publish"),
    path(
        "meetings/<int:pk>/publish-at-shorter-notice/",
        publication.publish_at_shorter_notice,
        name="publish_at_shorter_notice",
    ),
    path("meetings/<int:pk>/versions/", publication.versions, name="versions"),
    path("meetings/<int:pk>/versions/<int:number>/", publication.version, name="version"),
    path("meetings/<int:pk>/recall/", publication.recall, name="recall"),
    path("meetings/recall-report/<int:pk>/", publication.recall_report, name="recall_report"),
    path("items/<int:pk>/", items.detail, name="item"),
    path("items/<int:pk>/change/", items.change, name="change_item"),
    path("items/<int:pk>/move/", items.move, name="move_item"),
    path("items/<int:pk>/remove/", items.remove, name="remove_item"),
    path("items/<int:pk>/urgent/", items.accept_as_urgent, name="accept_as_urgent"),
    path("items/<int:pk>/outcome/", items.record_outcome, name="record_outcome"),
    path("items/<int:pk>/report/", items.attach_report, name="attach_report"),
    path("items/<int:pk>/report/remove/", items.detach_report, name="detach_report"),
    path("items/<int:pk>/exempt/", exemption.mark_exempt, name="mark_exempt"),
    path("items/<int:pk>/confidential/", exemption.mark_confidential, name="mark_confidential"),
    path("items/<int:pk>/open/", exemption.mark_open, name="mark_open"),
]

"""Addresses, in reading order."""

from django.urls import path, re_path

from cleardays.workroom.reports.views import (
    appendices,
    beginning,
    clearing,
    editing,
    finding,
    showing,
)

app_name = "reports"
urlpatterns = [
    path("", finding.reports, name="list"),
    path("new/", beginning.blank, name="new"),
    path("from/<uuid:pk>/", beginning.from_upload, name="from_upload"),
    path("<int:pk>/", showing.detail, name="detail"),
    path("<int:pk>/edit/", editing.edit, name="edit"),
    path("<int:pk>/versions/", showing.versions, name="versions"),
    path("<int:pk>/versions/<int:number>/", showing.version, name="version"),
    path("<int:pk>/changes/<int:old>/<int:new>/", showing.changes, name="changes"),
    path("<int:pk>/original/", showing.original, name="original"),
    re_path(r"^(?P<pk>\d+)/(?P<name>submit|clear|send-back)/$", clearing.step, name="step"),
    path("<int:pk>/notes/", clearing.put_notice_away, name="put_notice_away"),
    path("<int:pk>/exempt/", clearing.mark_report, name="exempt"),
    path("<int:pk>/appendices/", appendices.add, name="add_appendix"),
    path("appendices/<int:pk>/exempt/", appendices.mark, name="mark_appendix"),
    path("appendices/<int:pk>/replace/", appendices.replace, name="replace_appendix"),
    path("appendices/<int:pk>/remove/", appendices.remove, name="remove_appendix"),
]

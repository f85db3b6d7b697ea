"""Addresses, in reading order."""

from django.urls import path, register_converter

from cleardays.site import data, feeds, icalendar
from cleardays.site.addresses import RefConverter
from cleardays.site.pages import (
    actions,
    areas,
    asks,
    calendar,
    committees,
    documents,
    files,
    front,
    inspections,
    letters,
    measures,
    meetings,
    plain,
    plans,
    record,
    search,
    since,
    timelines,
    trouble,
)

register_converter(RefConverter, "ref")

app_name = "site"
urlpatterns = [
    path("", front.show, name="front"),
    path("<ref:ref>/", documents.show, name="document"),  # first: most pages are documents
    path("calendar/", calendar.now, name="calendar"),
    path("calendar/<int:year>/<int:number>/", calendar.month, name="month"),
    path("committees/", committees.index, name="committees"),
    path("committees/<slug:slug>/meetings/", committees.meetings, name="committee-meetings"),
    path("committees/<slug:slug>/feed.atom", feeds.atom, name="committee-feed"),
    path("committees/<slug:slug>/calendar.ics", icalendar.of_committee, name="committee-calendar"),
    path("committees/<slug:slug>/since/", since.show, name="since"),
    path("inspections/", inspections.index, name="inspections"),
    path("inspections/<slug:slug>/areas/<int:number>/", areas.show, name="area"),
    path("inspections/<slug:slug>/timeline/", timelines.show, name="timeline"),
    path("plans/", plans.index, name="plans"),
    path("plans/<slug:slug>/actions.csv", actions.table, name="actions-csv"),
    path("plans/<slug:slug>/actions/<str:reference>/", actions.show, name="action"),
    path("plans/<slug:slug>/lists/<slug:name>/", trouble.show, name="trouble"),
    path("measures/<slug:slug>/figures.csv", measures.table, name="figures-csv"),
    path("asks/", asks.index, name="asks"),
    path("search/", search.show, name="search"),
    path("record/", record.index, name="record"),
    path("record/log.jsonl", record.log, name="log"),
    path("record/<int:seq>/", record.entry, name="entry"),
    path("record/<int:seq>/content.json", record.content, name="content"),
    path("data/", data.guide, name="data"),
    path("data/<slug:doc_type>.json", data.documents, name="documents"),
    path("feed.atom", feeds.atom, name="feed"),
    path("calendar.ics", icalendar.everything, name="all-meetings"),
    path("files/<slug:sha256>/<str:name>", files.show, name="file"),
    path("letters/", letters.write, name="letters"),
    path("letters/thanks/", letters.thanks, name="thanks"),
    path("about/", plain.about, name="about"),
    path("accessibility/", plain.accessibility, name="accessibility"),
    path("healthz", plain.health, name="health"),
    path("robots.txt", plain.robots, name="robots"),
    path("sitemap.xml", plain.site_map, name="sitemap"),
    path("sitemap-<int:number>.xml", plain.part_of_map, name="sitemap-part"),
    path("<ref:ref>/index.json", data.document, name="document-json"),
    path("<ref:ref>/notice/", meetings.certificate, name="notice"),
    path("<ref:ref>/calendar.ics", icalendar.of_meeting, name="meeting-calendar"),
    path("<ref:ref>/versions/", documents.versions, name="versions"),
    path("<ref:ref>/versions/<int:number>/", documents.version, name="version"),
    path("<ref:ref>/changes/<int:before>-<int:after>/", documents.changes, name="changes"),
]

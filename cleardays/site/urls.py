"""Addresses, in reading order."""

from django.urls import path, register_converter

from cleardays.site import data, feeds, icalendar, spreadsheets
from cleardays.site.converters import FormConverter, KindConverter, RefConverter
from cleardays.site.pages import (
    actions,
    areas,
    asks,
    calendar,
    committees,
    documents,
    files,
    front,
    guide,
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
register_converter(KindConverter, "kind")
register_converter(FormConverter, "form")

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
    path("committees/<slug:slug>/since.<form:form>", since.table, name="since-table"),
    path("committees/<slug:slug>/since/", since.show, name="since"),
    path("inspections/", inspections.index, name="inspections"),
    path("inspections/<slug:slug>/areas/<int:number>/", areas.show, name="area"),
    path("inspections/<slug:slug>/timeline.<form:form>", timelines.table, name="timeline-table"),
    path("inspections/<slug:slug>/timeline/", timelines.show, name="timeline"),
    path("plans/", plans.index, name="plans"),
    path("plans/<slug:slug>/actions.<form:form>", actions.table, name="actions-table"),
    path("plans/<slug:slug>/actions/<str:reference>/", actions.show, name="action"),
    path("plans/<slug:slug>/lists/<slug:name>.<form:form>", trouble.table, name="trouble-table"),
    path("plans/<slug:slug>/lists/<slug:name>/", trouble.show, name="trouble"),
    path("measures/", measures.index, name="measures"),
    path("measures/<slug:slug>/figures.<form:form>", measures.table, name="figures-table"),
    path("asks/", asks.index, name="asks"),
    path("search/", search.show, name="search"),
    path("record/", record.index, name="record"),
    path("record/log.jsonl", record.log, name="log"),
    path("record/<int:seq>/", record.entry, name="entry"),
    path("record/<int:seq>/content.json", record.content, name="content"),
    path("data/", guide.show, name="data"),
    path("data/<kind:doc_type>.json", data.documents, name="documents"),
    path("data/<slug:name>.<form:form>", spreadsheets.show, name="table"),
    path("feed.atom", feeds.atom, name="feed"),
    path("calendar.ics", icalendar.everything, name="all-meetings"),
    path("files/<slug:sha256>/<str:name>", files.show, name="file"),
    path("letters/", letters.write, name="letters"),
    path("letters/thanks/", letters.thanks, name="thanks"),
    path("about/", plain.about, name="about"),
    path("words/", plain.words, name="words"),
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
    path("<ref:ref>/changes/", documents.compared, name="compared"),
    path("<ref:ref>/changes/<int:before>-<int:after>/", documents.changes, name="changes"),
]

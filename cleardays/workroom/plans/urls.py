"""Addresses, in reading order."""

from django.urls import path

from cleardays.workroom.plans.views import (
    action,
    deeds,
    exchange,
    measure_changes,
    measure_publication,
    measures,
    plans,
    reporting,
    trouble,
    versions,
)

app_name = "plans"
urlpatterns = [
    path("", plans.listing, name="list"),
    path("begin/", plans.create, name="create"),
    path("hand-over/", reporting.hand_over, name="hand_over"),
    path("mine/", plans.mine, name="mine"),
    path("<int:pk>/", plans.plan, name="plan"),
    path("<int:pk>/lists/<slug:name>/", trouble.trouble, name="trouble"),
    path("<int:pk>/report/", reporting.report, name="report"),
    path("<int:pk>/release/", versions.release, name="release"),
    path("<int:pk>/publish/", versions.publish, name="publish"),
    path("<int:pk>/versions/", versions.versions, name="versions"),
    path("<int:pk>/versions/<int:number>/", versions.version, name="version"),
    path("<int:pk>/changes/", versions.difference, name="difference"),
    path("<int:pk>/spreadsheet/", exchange.exchange, name="exchange"),
    path("<int:pk>/spreadsheet/<slug:kind>/", exchange.export, name="export"),
    path("spreadsheets/<int:pk>/", exchange.compare, name="compare"),
    path("template/", exchange.offer_template, name="template"),
    path("actions/<int:pk>/", action.action, name="action"),
    path("evidence/<int:pk>/file/", action.evidence_file, name="evidence_file"),
    path("measures/", measures.listing, name="measures"),
    path("measures/begin/", measures.create, name="measure_create"),
    path("measures/<int:pk>/", measures.measure, name="measure"),
    path("measures/<int:pk>/change/", measure_changes.change, name="measure_change"),
    path("measures/<int:pk>/define/", measure_changes.define, name="measure_define"),
    path("measures/<int:pk>/figures/", measure_changes.observe, name="measure_observe"),
    path("measures/figures/<int:pk>/", measure_changes.restate, name="measure_restate"),
    path("measures/<int:pk>/plans/", measure_changes.choose_plan, name="measure_plan"),
    path("measures/<int:pk>/plans/<int:plan_pk>/", measure_changes.use, name="measure_use"),
    path("measures/<int:pk>/release/", measure_publication.release, name="measure_release"),
    path("measures/<int:pk>/publish/", measure_publication.publish, name="measure_publish"),
    path("measures/<int:pk>/recall/", measure_publication.recall, name="measure_recall"),
    path("<slug:kind>/<int:pk>/<slug:name>/", deeds.deed, name="deed"),
]

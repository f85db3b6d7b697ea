"""The addresses of the workroom."""

from django.urls import include, path

urlpatterns = [
    path("account/", include("allauth.urls")),
    path("components/", include("cleardays.design.urls")),
    path("asks/", include("cleardays.workroom.recommendations.urls")),
    path("people/", include("cleardays.workroom.people.urls")),
    path("reports/", include("cleardays.workroom.reports.urls")),
    path("documents/", include("cleardays.workroom.documents.urls")),
    path("plans/", include("cleardays.workroom.plans.urls")),
    path("inspections/", include("cleardays.workroom.inspections.urls")),
    path("letters/", include("cleardays.workroom.letters.urls")),
    path("users/", include("cleardays.workroom.accounts.urls")),
    path("", include("cleardays.workroom.home.urls")),
    path("", include("cleardays.workroom.meetings.urls")),
]

handler404 = "cleardays.workroom.accounts.failing.not_found"
handler500 = "cleardays.workroom.accounts.failing.failed"

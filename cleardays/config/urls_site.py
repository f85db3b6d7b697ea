"""The addresses of the public site."""

from django.urls import include, path

urlpatterns = [path("", include("cleardays.site.urls"))]
handler400 = "cleardays.site.pages.errors.bad_request"
handler404 = "cleardays.site.pages.errors.not_found"
handler500 = "cleardays.site.pages.errors.failed"

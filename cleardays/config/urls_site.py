"""The addresses of the public site."""

from django.urls import include, path

urlpatterns = [path("", include("cleardays.site.urls"))]

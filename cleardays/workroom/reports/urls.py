"""Addresses, in reading order."""

from django.urls import URLPattern

app_name = "reports"
urlpatterns: list[URLPattern] = []

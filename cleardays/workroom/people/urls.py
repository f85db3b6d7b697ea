"""Addresses, in reading order."""

from django.urls import URLPattern

app_name = "people"
urlpatterns: list[URLPattern] = []

"""Addresses, in reading order."""

from django.urls import URLPattern

app_name = "documents"
urlpatterns: list[URLPattern] = []

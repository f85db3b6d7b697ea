"""Addresses, in reading order."""

from django.urls import URLPattern

app_name = "site"
urlpatterns: list[URLPattern] = []

"""Addresses, in reading order."""

from django.urls import path

from cleardays.workroom.letters import views

app_name = "letters"
urlpatterns = [
    path("", views.letters, name="letters"),
    path("<uuid:pk>/", views.letter, name="letter"),
]

"""Addresses, in reading order."""

from django.urls import path

from cleardays.workroom.documents import views

app_name = "documents"
urlpatterns = [
    path("", views.upload, name="upload"),
    path("<uuid:pk>/", views.progress, name="progress"),
    path("<uuid:pk>/again/", views.again, name="again"),
    path("files/<slug:sha256>/", views.file, name="file"),
]

"""The first page after signing in."""

from django.urls import path

from cleardays.workroom.home import views

app_name = "home"
urlpatterns = [path("", views.home, name="home")]

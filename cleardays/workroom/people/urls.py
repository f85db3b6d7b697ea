"""Addresses, in reading order."""

from django.urls import path

from cleardays.workroom.people import views

app_name = "people"
urlpatterns = [
    path("", views.organisations, name="organisations"),
    path("add/", views.add_organisation, name="add_organisation"),
    path("<int:pk>/", views.organisation, name="organisation"),
    path("<int:pk>/change/", views.change_organisation, name="change_organisation"),
    path("<int:pk>/committees/add/", views.add_committee, name="add_committee"),
    path("committees/<int:pk>/change/", views.change_committee, name="change_committee"),
    path("<int:pk>/closure-days/add/", views.add_closure_day, name="add_closure_day"),
    path("closure-days/<int:pk>/remove/", views.remove_closure_day, name="remove_closure_day"),
    path("<int:pk>/divisions/add/", views.add_division, name="add_division"),
    path("divisions/<int:pk>/remove/", views.remove_division, name="remove_division"),
]

"""Addresses, in reading order."""

from django.urls import path

from cleardays.workroom.accounts import views

app_name = "accounts"
urlpatterns = [
    path("", views.users, name="users"),
    path("me/", views.me, name="me"),
    path("add/", views.add_user, name="add_user"),
    path("<int:pk>/", views.user, name="user"),
    path("<int:pk>/change/", views.change_user, name="change_user"),
    path("<int:pk>/password/", views.renew_password, name="renew_password"),
    path("<int:pk>/roles/give/", views.give_role, name="give_role"),
    path("roles/<int:pk>/end/", views.end_role, name="end_role"),
    path("<int:pk>/deactivate/", views.deactivate, name="deactivate"),
    path("<int:pk>/reactivate/", views.reactivate, name="reactivate"),
]

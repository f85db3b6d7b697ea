"""The page of components, in the frame of each side."""

from django.urls import path

from cleardays.design import views

app_name = "design"
urlpatterns = [
    path("", views.components, name="components"),
    path("workroom/", views.workroom, name="workroom"),
]

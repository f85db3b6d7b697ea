"""Addresses, in reading order."""

from django.urls import path

from cleardays.workroom.recommendations.views import changing, reading

app_name = "recommendations"
urlpatterns = [
    path("", reading.register, name="list"),
    path("of-item/<int:pk>/", changing.record, name="record"),
    path("<int:pk>/", reading.ask, name="ask"),
    path("<int:pk>/answer/", changing.answer, name="answer"),
    path("<int:pk>/accept/", changing.accept, name="accept"),
    path("<int:pk>/reopen/", changing.reopen, name="reopen"),
    path("<int:pk>/withdraw/", changing.withdraw, name="withdraw"),
    path("<int:pk>/recall/", changing.recall, name="recall"),
    path("<int:pk>/publish/", changing.publish_again, name="publish_again"),
]

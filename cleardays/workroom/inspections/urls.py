"""Addresses, in reading order."""

from django.urls import path

from cleardays.workroom.inspections.views import (
    areas,
    bodies,
    decisions,
    duties,
    entering,
    events,
    reading,
    showing,
)

app_name = "inspections"
urlpatterns = [
    path("", showing.inspections, name="list"),
    path("upload/", reading.upload, name="upload"),
    path("add/", entering.add, name="add"),
    path("<int:pk>/", showing.inspection, name="inspection"),
    path("<int:pk>/change/", entering.change, name="change"),
    path("<int:pk>/accept/", reading.accept, name="accept"),
    path("<int:pk>/discard/", reading.discard, name="discard"),
    path("<int:pk>/pages/<int:number>/", reading.page, name="page"),
    path("<int:pk>/file/", entering.attach, name="attach"),
    path("<int:pk>/decisions/add/", decisions.add, name="add_decision"),
    path("decisions/<int:pk>/change/", decisions.change, name="change_decision"),
    path("decisions/<int:pk>/remove/", decisions.remove, name="remove_decision"),
    path("<int:pk>/publish/", entering.publish, name="publish"),
    path("<int:pk>/recall/", entering.recall, name="recall"),
    path("<int:pk>/responsible/", bodies.responsible, name="responsible"),
    path("<int:pk>/hand-over/<int:body>/", bodies.hand_over, name="hand_over"),
    path("<int:pk>/areas/add/", areas.add, name="add_area"),
    path("areas/<int:pk>/change/", areas.change, name="change_area"),
    path("areas/<int:pk>/remove/", areas.remove, name="remove_area"),
    path("<int:pk>/judge-areas/", areas.judge_areas, name="judge_areas"),
    path("<int:pk>/judge/", areas.judge, name="judge"),
    path("judgements/<int:pk>/take-back/", areas.take_back, name="take_back"),
    path("<int:pk>/events/add/", events.add, name="add_event"),
    path("events/<int:pk>/change/", events.change, name="change_event"),
    path("events/<int:pk>/remove/", events.remove, name="remove_event"),
    path("duties/<int:pk>/owner/", duties.assign, name="assign"),
    path("duties/<int:pk>/done/", duties.finish, name="finish"),
    path("duties/<int:pk>/not-done/", duties.reopen, name="reopen"),
]

"""Names the app, and tells of the plans that answer what was asked."""

from django.apps import AppConfig


class PlansConfig(AppConfig):
    name = "cleardays.workroom.plans"
    label = "plans"

    def ready(self) -> None:
        from cleardays.workroom.plans.ties import plans_for
        from cleardays.workroom.recommendations.answering import tell_of

        tell_of(plans_for)

"""Which app lives in which of the three stores."""

from typing import Any

from django.db.models import Model

STORES = {"record": "record", "letterbox": "letterbox"}


class Stores:
    """Route by app: the record, the letterbox, and the workroom for everything else."""

    def db_for_read(self, model: type[Model], **hints: Any) -> str:
        return STORES.get(model._meta.app_label, "default")

    db_for_write = db_for_read

    def allow_relation(self, one: Model, other: Model, **hints: Any) -> bool:
        return self.db_for_read(type(one)) == self.db_for_read(type(other))

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool:
        return db == STORES.get(app_label, "default")

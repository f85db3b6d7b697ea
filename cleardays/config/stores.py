"""Which app lives in which of the three stores."""

from typing import Any

from django.db.models import Model

STORES = {"record": "record", "letterbox": "letterbox"}
# Every store, as Django calls it and as people do.
NAMES = {"default": "workroom", "record": "record", "letterbox": "letterbox"}


class Stores:
    """Route by app: the record, the letterbox, and the workroom for everything else."""

    def db_for_read(self, model: type[Model], **hints: Any) -> str:
        return STORES.get(model._meta.app_label, "default")

    db_for_write = db_for_read

    def allow_relation(self, one: Model, other: Model, **hints: Any) -> bool:
        # Not type(one): a user is a lazy object until somebody looks at it.
        stores = {STORES.get(each._meta.app_label, "default") for each in (one, other)}
        return len(stores) == 1

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool:
        return db == STORES.get(app_label, "default")

"""Each app in its store, and no way from one store into another."""

import pytest

from cleardays.config.stores import Stores
from cleardays.letterbox.models import Letter
from cleardays.record.models import Entry
from cleardays.workroom.people.models import Committee, Organisation


@pytest.mark.parametrize(
    ("model", "store"), [(Entry, "record"), (Letter, "letterbox"), (Committee, "default")]
)
def test_every_model_is_read_from_and_written_to_the_store_of_its_app(model, store):
    assert Stores().db_for_read(model) == Stores().db_for_write(model) == store


def test_nothing_of_one_store_refers_to_another():
    assert Stores().allow_relation(Committee(), Organisation())
    assert not Stores().allow_relation(Committee(), Entry())


@pytest.mark.parametrize("store", ["default", "record", "letterbox"])
def test_a_store_has_the_tables_of_its_own_apps_only(store):
    allowed = {
        app for app in ("people", "record", "letterbox") if Stores().allow_migrate(store, app)
    }

    assert allowed == {"people" if store == "default" else store}

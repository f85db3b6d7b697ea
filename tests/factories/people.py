"""Councils and committees."""

from itertools import count

from cleardays.workroom.people.models import Committee, Organisation

_serial = count(1)


def make_council(**fields):
    n = next(_serial)
    return Organisation.objects.create(
        **{"name": f"Borough {n}", "slug": f"borough-{n}", **fields}
    )


def make_committee(**fields):
    n = next(_serial)
    council = fields.pop("organisation", None) or make_council()
    defaults = {"name": f"Scrutiny Committee {n}", "slug": f"scrutiny-{n}", "kind": "scrutiny"}
    return Committee.objects.create(organisation=council, **{**defaults, **fields})

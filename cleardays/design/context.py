"""What every page knows: whose house it is, and whether it is a demonstration."""

from django.conf import settings
from django.http import HttpRequest


def house(request: HttpRequest) -> dict[str, object]:
    """Give every template `house`: the council, the two addresses, is it a demonstration."""
    return {
        "house": {
            "council": settings.COUNCIL_NAME,
            "is_demonstration": settings.IS_DEMONSTRATION,
            "site": settings.SITE_URL,
            "workroom": settings.WORKROOM_URL,
        }
    }

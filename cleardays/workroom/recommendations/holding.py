"""Taking hold of an ask before it is changed."""

from cleardays.workroom.recommendations.models import Ask

FOR_CHANGE = "the row is locked for a change; its permission is asked at once"


def hold(ask: Ask) -> Ask:
    """Lock an ask until the transaction ends, and return it as it now stands."""
    rows = Ask.objects.unrestricted(because=FOR_CHANGE).select_for_update(of=("self",))
    found: Ask = rows.select_related("committee", "meeting", "asked_of").get(pk=ask.pk)
    return found

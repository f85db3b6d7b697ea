"""From a post named on the command line to the person who holds it."""

from django.utils.timezone import localdate

from cleardays.workroom.access.viewer import Viewer
from cleardays.workroom.accounts.models import User
from cleardays.workroom.accounts.viewers import viewer_of
from cleardays.workroom.workflow.engine import Refused


def viewer_by_post(post: str) -> Viewer:
    """Return the one active user who holds the post, or has the e-mail address."""
    active = User.objects.filter(is_active=True)
    found = list(active.filter(email__iexact=post) or active.filter(post__iexact=post))
    if not found:
        raise Refused(f"Nobody who signs in holds the post “{post}”: see the list of users")
    if len(found) > 1:
        raise Refused(f"{len(found)} people hold the post “{post}”: give an e-mail address")
    return viewer_of(found[0], localdate())

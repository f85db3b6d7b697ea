"""Every workroom view says who may open it; the middleware refuses those that do not."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.access.viewer import Viewer

View = Callable[..., HttpResponse]


class ViewerRequest(HttpRequest):
    """A request that carries who is looking."""

    viewer: Viewer
    htmx: Any


def requires(permission: Permission) -> Callable[[View], View]:
    """Open the view to those who hold the permission somewhere; others get 404.

    The committee in question is known only once the object is: the view fetches it with
    ``visible_to`` and its action asks again, for that committee.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: ViewerRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not request.viewer.can_somewhere(permission):
                raise Http404
            return view(request, *args, **kwargs)

        guarded.access = permission  # type: ignore[attr-defined]
        return guarded

    return decorate


def signed_in(view: View) -> View:
    """Open the view to everyone who has signed in, whatever they hold."""
    view.access = "signed in"  # type: ignore[attr-defined]
    return view

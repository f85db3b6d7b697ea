import pytest
from django.http import Http404, HttpRequest, HttpResponse

from cleardays.workroom.access.decorators import requires, signed_in
from cleardays.workroom.access.permissions import Permission
from cleardays.workroom.access.viewer import Viewer

OFFICER = Viewer("Officer", 1, frozenset({(Permission.PUBLISH, 7)}))


@requires(Permission.PUBLISH)
def publishing(request):
    return HttpResponse("done")


@signed_in
def anything(request):
    return HttpResponse("done")


def asked_by(viewer):
    request = HttpRequest()
    request.viewer = viewer
    return request


def test_a_view_opens_to_those_who_hold_its_permission_somewhere():
    assert publishing(asked_by(OFFICER)).status_code == 200


def test_to_all_others_it_is_not_there():
    with pytest.raises(Http404):
        publishing(asked_by(Viewer.public()))


def test_a_view_says_who_may_open_it():
    assert (publishing.access, anything.access) == (Permission.PUBLISH, "signed in")

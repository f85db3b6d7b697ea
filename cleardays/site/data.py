"""Open data: every document as JSON beside its page, and lists of them."""

import json
from typing import Any, TypeVar

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase

from cleardays.record.models import Current
from cleardays.record.schemas.loading import SCHEMAS
from cleardays.site import reading
from cleardays.site.addresses import absolute, page

Response = TypeVar("Response", bound=HttpResponseBase)
DOCUMENTS_A_PAGE = 500


def open_to_all(response: Response) -> Response:
    """Let scripts of any site read this: it is public and needs no cookie."""
    response["Access-Control-Allow-Origin"] = "*"
    return response


def document(request: HttpRequest, ref: str) -> HttpResponse:
    """Give a document as it is now; 410 with the reason when it was recalled."""
    row = reading.current_or_404(ref)
    key = "tombstone" if row.is_recalled else "content"
    answer = {**_facts(row), "version": row.version, key: json.loads(row.body)}
    return open_to_all(JsonResponse(answer, status=410 if row.is_recalled else 200))


def documents(request: HttpRequest, doc_type: str) -> HttpResponse:
    """List the documents of a kind by the order of their last change; ``?after=SEQ`` goes on."""
    after = request.GET.get("after", "0")
    if doc_type not in SCHEMAS or not after.isdecimal() or len(after) > 18:
        raise Http404(f"Ask for one of {', '.join(sorted(SCHEMAS))}")
    rows = Current.objects.filter(doc_type=doc_type, seq__gt=int(after)).defer("body")
    found = list(rows.order_by("seq")[:DOCUMENTS_A_PAGE])
    answer: dict[str, Any] = {"documents": [_facts(row) for row in found]}
    if len(found) == DOCUMENTS_A_PAGE:
        answer["next"] = absolute(f"/data/{doc_type}.json?after={found[-1].seq}")
    return open_to_all(JsonResponse(answer))


def _facts(row: Current) -> dict[str, Any]:
    return {
        "ref": row.ref,
        "type": row.doc_type,
        "title": row.title,
        "committee": row.committee,
        "day": row.day,
        "summary": json.loads(row.summary),
        "is_recalled": row.is_recalled,
        "first_recorded_at": row.first_recorded_at,
        "first_stated_published_on": row.first_stated_on,
        "recorded_at": row.recorded_at,
        "entry": row.seq,
        "page": absolute(page(row.ref)),
        "json": absolute(f"{page(row.ref)}index.json"),
        "log": absolute(f"/record/{row.seq}/"),
    }

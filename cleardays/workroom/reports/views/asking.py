"""A page with one form: the deed is done, or the page says why not."""

from collections.abc import Callable

from django.forms import Form
from django.http import HttpResponse
from django.template.response import TemplateResponse

from cleardays.workroom.access.decorators import ViewerRequest
from cleardays.workroom.access.viewer import NotAllowed
from cleardays.workroom.reports.models import Appendix, Report
from cleardays.workroom.reports.presenting import trail
from cleardays.workroom.reports.views.finding import version_or_404
from cleardays.workroom.workflow.engine import Refused


def numbers_of(marked: Report | Appendix) -> list[str]:
    """Return the paragraphs under which it is exempt, as a form has them."""
    return [number for number in marked.exempt_under.split(",") if number]


def done(form: Form, deed: Callable[[], object]) -> bool:
    """Do it; where it may not be done, put the reasons above the form."""
    try:
        deed()
    except Refused as refusal:
        form.add_error(None, list(refusal.reasons))
    except NotAllowed as refusal:
        form.add_error(None, str(refusal))
    return not form.errors


def form_page(
    request: ViewerRequest, report: Report, form: Form, title: str, button: str
) -> HttpResponse:
    """Show the form, with what is wrong in it if it was sent."""
    version = version_or_404(request, report)
    context = {
        "report": report,
        "form": form,
        "title": title,
        "button": button,
        "trail": trail(report=report, title=version.title or "Untitled report"),
    }
    status = 422 if form.errors else 200
    return TemplateResponse(request, "reports/form.html", context, status=status)

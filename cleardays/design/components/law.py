"""What the law and the record need said: counts of days, refusals, certificates, tombstones."""

from collections.abc import Sequence
from datetime import date, datetime

from django import template
from django.forms import BaseForm
from django.utils.safestring import SafeString

from cleardays.design import marks
from cleardays.design.components.contract import TONES, Context, one_of
from cleardays.design.forms import errors_of
from cleardays.design.values import Refusal, StripDay

register = template.Library()


@register.inclusion_tag("ui/day_strip.html")
def day_strip(*, days: Sequence[StripDay], sentence: str) -> Context:
    """Count clear days before the reader's eyes; the sentence says the same in words."""
    return {"days": days, "sentence": sentence}


@register.inclusion_tag("ui/refusals.html")
def refusals(*, refused: Sequence[Refusal], title: str = "This cannot be done yet") -> Context:
    """Say why not, by what authority, and what to do next."""
    return {"refused": refused, "title": title}


@register.simple_tag
def authority(words: str, source: str = "") -> SafeString:
    """Name the authority of a rule, and link the page where it was read."""
    return marks.authority(words, source)


@register.inclusion_tag("ui/error_summary.html")
def error_summary(*, form: BaseForm) -> Context:
    """Say at the top of a page what is wrong in its form, each with a link to the field."""
    return {"errors": errors_of(form)}


@register.inclusion_tag("ui/tombstone.html")
def tombstone(
    *,
    title: str,
    reason: str,
    recalled_at: date | datetime | str,
    published_at: date | datetime | str | None = None,
    reference: str = "",
) -> Context:
    """Stand where a paper was that has been recalled."""
    return {
        "title": title,
        "reason": reason,
        "recalled_at": recalled_at,
        "published_at": published_at,
        "reference": reference,
    }


@register.simple_block_tag
def certificate(
    content: SafeString, *, verdict: str, sentence: str, tone: str = "plain", proof: str = ""
) -> SafeString:
    """Certify what was public when; inside it the facts, `proof` is where to check them."""
    word = marks.tag(verdict, one_of(tone, TONES))
    return marks.certificate(word, sentence, content, proof)

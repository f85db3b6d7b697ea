"""The page of components, and the frames of both sides."""

import re
from pathlib import Path

import pytest
from django.test import Client
from lxml import html

from cleardays.design import views

TEMPLATES = Path(views.__file__).parent / "templates"


@pytest.mark.parametrize("path", ["/components/", "/components/workroom/"])
def test_the_pages_are_whole_html_without_inline_code(path):
    answer = Client().get(path)

    page = html.document_fromstring(answer.content.decode())
    assert answer.status_code == 200
    assert page.xpath("//@style | //@*[starts-with(name(), 'on')] | //style") == []
    assert page.xpath("//script[not(@src)]") == []
    assert len(page.xpath("//h1")) == 1
    assert page.xpath("/html/@lang") == ["en-GB"]
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids)) or path.endswith("workroom/")


def test_a_demonstration_says_so_and_a_council_does_not(settings):
    settings.IS_DEMONSTRATION = True
    demonstration = Client().get("/components/").content.decode()
    settings.IS_DEMONSTRATION = False
    council = Client().get("/components/").content.decode()

    assert "This is a demonstration" in demonstration
    assert "This is a demonstration" not in council


@pytest.mark.parametrize("path", sorted(TEMPLATES.rglob("*.html")), ids=str)
def test_no_template_holds_inline_code_or_two_loads_in_a_line(path):
    text = path.read_text()

    assert not re.search(r"\sstyle=|\son[a-z]+=\"|<style|<script(?![^>]*\ssrc=)", text)
    assert not re.search(r"{%\s*load\s+\S+\s+\S+\s*%}", text)

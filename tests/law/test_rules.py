import inspect
import pkgutil
import re
from importlib import import_module
from pathlib import Path

import pytest

from cleardays import law
from cleardays.law.notice import OPEN_PAPERS
from cleardays.law.reference import HEADINGS, TESTS, proofs_by_code
from cleardays.law.rules import ALL_RULES, rule
from cleardays.law.types import Rule

ROOT = Path(__file__).parents[2]
PROOFS = proofs_by_code(ROOT / TESTS)
MODULES = [f"cleardays.law.{found.name}" for found in pkgutil.iter_modules(law.__path__)]


def codes():
    return [known.code for known in ALL_RULES]


def test_every_rule_written_down_in_the_room_is_registered_once():
    written = {
        value
        for module in MODULES
        for value in vars(import_module(module)).values()
        if isinstance(value, Rule)
    }

    assert written == set(ALL_RULES)
    assert len(set(codes())) == len(codes())


@pytest.mark.parametrize("known", ALL_RULES, ids=codes())
def test_every_rule_has_a_code_a_title_an_authority_and_a_page(known):
    assert re.fullmatch(r"[a-z]+\.[a-z0-9-]+", known.code)
    assert known.title
    assert known.authority
    assert known.url.startswith(("http://", "https://"))
    assert known.confidence in ("C", "M")
    assert known.note or known.confidence == "C"


@pytest.mark.parametrize("known", ALL_RULES, ids=codes())
def test_every_rule_has_functions_that_compute_it(known):
    assert ALL_RULES[known]
    assert all(inspect.getdoc(function) for function in ALL_RULES[known])


@pytest.mark.parametrize("known", ALL_RULES, ids=codes())
def test_every_rule_is_proved_by_a_test(known):
    assert PROOFS.get(known.code)


def test_no_test_claims_to_prove_a_rule_that_does_not_exist():
    assert set(PROOFS) <= set(codes())


def test_every_kind_of_rule_has_its_heading():
    assert {code.split(".")[0] for code in codes()} == set(HEADINGS)


def test_a_rule_is_found_by_its_code():
    assert rule("notice.agenda-and-reports") is OPEN_PAPERS


@pytest.mark.parametrize("module", MODULES)
def test_the_law_knows_no_django_and_no_clock(module):
    source = Path(inspect.getsourcefile(import_module(module))).read_text(encoding="utf-8")

    assert not re.search(r"django|\.now\(|\.today\(|import time", source)

from dataclasses import replace

import pytest

from cleardays.law.notice import OPEN_PAPERS
from cleardays.law.types import Answer, Breach


def test_a_breach_reads_as_its_detail_with_the_authority():
    breach = Breach(OPEN_PAPERS, "Too late")

    assert str(breach) == "Too late (Local Government Act 1972, s.100B(3))"


@pytest.mark.parametrize(("confidence", "blocks"), [("C", True), ("M", False)])
def test_only_a_confirmed_rule_may_block(confidence, blocks):
    breach = Breach(replace(OPEN_PAPERS, confidence=confidence), "Too late")

    assert breach.blocks is blocks


def test_an_answer_reads_as_its_sentence():
    assert str(Answer(True, "It may.", OPEN_PAPERS)) == "It may."

"""The evidence axis."""

import pytest

from cleardays.progress.evidence import EvidenceAxis, Proof, evidence_axis


@pytest.mark.parametrize(
    ("proofs", "is_claimed", "expected"),
    [
        pytest.param([], False, EvidenceAxis.NONE, id="nothing"),
        pytest.param([], True, EvidenceAxis.CLAIMED, id="words"),
        pytest.param([Proof(False)], False, EvidenceAxis.CLAIMED, id="described"),
        pytest.param([Proof(False, True, True)], False, EvidenceAxis.CLAIMED, id="not-there"),
        pytest.param([Proof(True)], False, EvidenceAxis.ATTACHED, id="attached"),
        pytest.param([Proof(True, is_public=True)], True, EvidenceAxis.ATTACHED, id="unchecked"),
        pytest.param([Proof(True, True), Proof(True)], True, EvidenceAxis.CHECKED, id="checked"),
        pytest.param(
            [Proof(True, True), Proof(True, False, True)],
            True,
            EvidenceAxis.CHECKED,
            id="one-checked-another-public",
        ),
        pytest.param([Proof(True, True, True)], True, EvidenceAxis.PUBLISHED, id="published"),
    ],
)
def test_the_best_evidence_counts(proofs, is_claimed, expected):
    assert evidence_axis(proofs, is_claimed=is_claimed) is expected

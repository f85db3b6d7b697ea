"""What there is to show for a claim, computed: nobody picks it."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class EvidenceAxis(StrEnum):
    """The evidence axis (inspections domain, 3.4), from nothing said to shown to everybody."""

    NONE = "none"
    CLAIMED = "claimed"
    ATTACHED = "attached"
    CHECKED = "checked"
    PUBLISHED = "published"


# The same words wherever it is said.
SAID = {
    EvidenceAxis.NONE: "nothing claimed",
    EvidenceAxis.CLAIMED: "claimed, nothing to show",
    EvidenceAxis.ATTACHED: "attached, not checked",
    EvidenceAxis.CHECKED: "checked by somebody else",
    EvidenceAxis.PUBLISHED: "published and checked",
}


@dataclass(frozen=True)
class Proof:
    """One piece of evidence: is there a thing to look at, was it checked by somebody else than
    who gave it, may everybody see it."""

    is_there: bool
    is_checked: bool = False
    is_public: bool = False


def evidence_axis(proofs: Iterable[Proof], *, is_claimed: bool) -> EvidenceAxis:
    """Say how far the best evidence of an action goes.

    ``is_claimed`` says that something is claimed of it: a finish, or words of its lead. What is
    only described is a claim; what is public but unchecked is attached, no more.
    """
    all_of_them = tuple(proofs)
    there = [proof for proof in all_of_them if proof.is_there]
    checked = [proof for proof in there if proof.is_checked]
    if any(proof.is_public for proof in checked):
        return EvidenceAxis.PUBLISHED
    if checked:
        return EvidenceAxis.CHECKED
    if there:
        return EvidenceAxis.ATTACHED
    return EvidenceAxis.CLAIMED if is_claimed or all_of_them else EvidenceAxis.NONE

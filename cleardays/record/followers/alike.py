"""Short names that people type, and the words that papers write instead."""

# Each line is names of one thing: whoever types the first is shown what has any of the others.
ALIKE: dict[str, tuple[str, ...]] = {
    "apdr": ("assess plan do review",),
    "app": ("accelerated progress plan",),
    "camhs": ("child and adolescent mental health",),
    "ccg": ("clinical commissioning group",),
    "cqc": ("care quality commission",),
    "dfe": ("department for education",),
    "ehc": ("education health and care", "ehcp"),
    "ehcp": ("education health and care plan", "ehc plan"),
    "ep": ("educational psychologist",),
    "icb": ("integrated care board",),
    "lgo": ("ombudsman",),
    "lgsco": ("ombudsman",),
    "nhse": ("nhs england",),
    "pap": ("priority action plan",),
    "pcf": ("parent carer forum",),
    "salt": ("speech and language",),
    "sen": ("special educational needs", "send"),
    "senco": ("special educational needs coordinator",),
    "send": ("special educational needs",),
    "sendiass": ("information advice and support",),
    "slt": ("speech and language",),
    "wsoa": ("written statement of action",),
}


def alternatives(piece: str) -> tuple[str, ...]:
    """Return a piece of what was typed with the other names of the same thing, itself first."""
    name = piece.lower()
    is_many = name.endswith("s") and name not in ALIKE
    return piece, *ALIKE.get(name[:-1] if is_many else name, ())

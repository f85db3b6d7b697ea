"""Words for invented papers: council words, drawn by chance from a seed."""

import random

WORDS = (
    *("access", "annual", "autism", "board", "budget", "care", "children", "commissioning"),
    *("committee", "council", "draft", "education", "families", "finance", "governance"),
    *("health", "highways", "housing", "improvement", "inclusion", "inspection", "joint"),
    *("learning", "local", "member", "monitoring", "needs", "outcomes", "partnership"),
    *("placements", "plan", "planning", "policy", "progress", "provision", "quality"),
    *("recommendation", "report", "resources", "review", "risk", "school", "scrutiny"),
    *("service", "strategy", "support", "team", "transition", "transport", "update", "vision"),
)


class Prose:
    """Titles and paragraphs of any length."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance

    def title(self, words: int = 7) -> str:
        return " ".join(self.chance.choices(WORDS, k=words)).capitalize()

    def paragraph(self) -> str:
        return f"<p>{self.title(60)}.</p>"

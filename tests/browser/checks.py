"""What a person with a phone, a keyboard or a screen reader would trip over, as assertions."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from playwright.sync_api import Page

ROOT = Path(__file__).resolve().parents[2]
AXE = ROOT / "node_modules/axe-core/axe.min.js"
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
WIDTHS = (320, 360, 768, 1280)
SHOWN = (360, 768, 1280)
SCREENSHOTS = ROOT / "var/screenshots"

OVERFLOWING = """() => [...document.body.querySelectorAll("*")]
  .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
  .filter((element) => !element.closest(".cd-scroll, .cd-column__words--scroll"))
  .slice(0, 5).map((element) => element.outerHTML.slice(0, 120))"""
FOCUSED = """() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  const [x, y] = [box.x + Math.min(box.width / 2, 20), box.y + box.height / 2];
  const top = document.elementFromPoint(x, y);
  const seen = document.getElementsByTagName("*");
  return {
    name: (element.getAttribute("aria-label") || element.labels?.[0]?.innerText
      || element.innerText || element.value || "").trim().replace(/\\s+/g, " "),
    tag: element.tagName.toLowerCase(),
    place: [...seen].indexOf(element),
    outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0
      && !style.outlineColor.endsWith(", 0)"),
    shadowed: style.boxShadow !== "none",
    uncovered: !!top && (element.contains(top) || top.contains(element)),
  };
}"""


@dataclass(frozen=True)
class Stop:
    """One place where the Tab key rests."""

    name: str
    tag: str
    place: int
    is_shown: bool
    is_uncovered: bool


@cache
def _axe_source() -> str:
    return AXE.read_text(encoding="utf-8")


def assert_accessible(page: Page) -> None:
    """Fail with every fault that axe finds, each with its rule, its help and where it is."""
    page.evaluate(_axe_source())
    # Of what is right only that it was looked at: to name each such element is half of axe's time.
    options = {
        "runOnly": {"type": "tag", "values": list(TAGS)},
        "resultTypes": ["violations"],
    }
    found = page.evaluate("(options) => axe.run(document, options)", options)
    faults = [
        f"{fault['id']} ({fault['impact']}): {fault['help']}\n"
        + "\n".join(f"    {node['html'][:160]}" for node in fault["nodes"][:5])
        for fault in found["violations"]
    ]
    assert found["passes"], "axe looked at nothing"
    assert not faults, f"{page.url}\n" + "\n".join(faults)


def assert_no_horizontal_scroll(page: Page) -> None:
    """Fail when the page is wider than its window at any width people have."""
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= width, f"{page.url} is {wide} wide at {width}: " + json.dumps(
            page.evaluate(OVERFLOWING), indent=2
        )


def tab_through(page: Page, steps: int) -> list[Stop]:
    """Press Tab that often from the top; fail where focus is hidden or leaves reading order."""
    stops: list[Stop] = []
    for _ in range(steps):
        page.keyboard.press("Tab")
        found = page.evaluate(FOCUSED)
        if found is None:
            break
        shown = found["outlined"] or found["shadowed"]
        stop = Stop(found["name"], found["tag"], found["place"], shown, found["uncovered"])
        assert stop.is_shown, f"{page.url}: focus cannot be seen on {stop.tag} {stop.name!r}"
        assert stop.is_uncovered, f"{page.url}: something covers {stop.tag} {stop.name!r}"
        assert not stops or stop.place > stops[-1].place, (
            f"{page.url}: Tab goes back from {stops[-1].name!r} to {stop.name!r}"
        )
        stops.append(stop)
    return stops


def shoot(page: Page, name: str) -> list[Path]:
    """Save the whole page at each width that is looked at; return the files."""
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    files = []
    for width in SHOWN:
        page.set_viewport_size({"width": width, "height": 900})
        page.evaluate("document.fonts.ready")
        files.append(SCREENSHOTS / f"{name}-{width}.png")
        page.screenshot(path=files[-1], full_page=True, animations="disabled")
    return files

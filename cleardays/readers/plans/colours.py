"""The colours of fills by their names: written out, of the old palette, or of the theme."""

from colorsys import hls_to_rgb, rgb_to_hls
from functools import cached_property
from typing import Any

from openpyxl.styles.colors import COLOR_INDEX

from cleardays.readers.blocks import Unreadable
from cleardays.readers.files.archive import parse

RGB = 6
# Below and above which a colour is no colour: saturation, and lightness, from 0 to 1.
MUTED, PALE, DARK = 0.25, 0.9, 0.3
# Degrees on the colour wheel up to which a colour is called so.
HUES = ((18, "Red"), (75, "Amber"), (165, "Green"), (255, "Blue"), (330, "Purple"), (360, "Red"))
# A theme's file has dark before light, and the numbers of its colours light before dark
# (ECMA-376 part 1, 20.1.6.2 and 18.8.3; as every spreadsheet reads them).
_ORDER = (
    *("lt1", "dk1", "lt2", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5"),
    *("accent6", "hlink", "folHlink"),
)
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


class Palette:
    """What the colours of a workbook are called; ``theme`` is the XML of its theme, if any."""

    def __init__(self, theme: bytes | None) -> None:
        self._theme = theme
        self._known: dict[tuple[Any, ...], str] = {}

    def fill(self, fill: Any) -> str:
        """Return what a cell's fill is called; "" for none, or a pale one."""
        return self._called(fill.fgColor) if fill.fill_type == "solid" else ""

    def rule(self, style: Any) -> str:
        """Return what the fill is called that a conditional format gives."""
        fill = style.fill if style else None
        return self._called(fill.bgColor or fill.fgColor) if fill else ""

    def _called(self, colour: Any) -> str:
        key = (colour.type, colour.value, colour.tint)
        if key not in self._known:
            self._known[key] = _name(self._rgb(colour), colour.tint)
        return self._known[key]

    def _rgb(self, colour: Any) -> str:
        """Return six digits; "" for a colour that nothing says."""
        if colour.type == "rgb":
            return str(colour.rgb)[-RGB:]
        if colour.type == "indexed":
            return COLOR_INDEX[colour.indexed][-RGB:] if colour.indexed < len(COLOR_INDEX) else ""
        return self._of_theme.get(colour.theme, "") if colour.type == "theme" else ""

    @cached_property
    def _of_theme(self) -> dict[int, str]:
        try:
            root = parse(self._theme) if self._theme else None
        except Unreadable:
            return {}
        scheme = root.find(f".//{_DRAWING}clrScheme") if root is not None else None
        found: dict[int, str] = {}
        for one in scheme if scheme is not None else ():
            name = str(one.tag).removeprefix(_DRAWING)
            if name in _ORDER and len(one):
                found[_ORDER.index(name)] = one[0].get("lastClr") or one[0].get("val") or ""
        return found


def _name(rgb: str, tint: float) -> str:
    try:
        parts = [int(rgb[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    except ValueError:
        return ""
    hue, lightness, saturation = rgb_to_hls(*parts)
    lightness = lightness * (1 + tint) if tint < 0 else lightness * (1 - tint) + tint
    hue, lightness, saturation = rgb_to_hls(*hls_to_rgb(hue, lightness, saturation))
    if saturation < MUTED or lightness > PALE:
        return "Grey" if saturation < MUTED and DARK < lightness < PALE else ""
    return next(name for most, name in HUES if hue * 360 <= most)

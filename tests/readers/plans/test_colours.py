"""What the colours of fills are called, however a workbook writes them."""

import pytest
from openpyxl.styles import PatternFill
from openpyxl.styles.colors import Color

from cleardays.readers.plans.colours import Palette

DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
THEME = f"""<a:theme xmlns:a="{DRAWING}"><a:themeElements><a:clrScheme name="Own">
<a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1>
<a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>
<a:dk2><a:srgbClr val="44546A"/></a:dk2><a:lt2><a:srgbClr val="E7E6E6"/></a:lt2>
<a:accent1><a:srgbClr val="4472C4"/></a:accent1><a:accent2><a:srgbClr val="C00000"/></a:accent2>
<a:accent3><a:srgbClr val="A5A5A5"/></a:accent3><a:accent4><a:srgbClr val="FFC000"/></a:accent4>
<a:accent5><a:srgbClr val="7030A0"/></a:accent5><a:accent6><a:srgbClr val="70AD47"/></a:accent6>
</a:clrScheme></a:themeElements></a:theme>""".encode()


def filled(**colour):
    return PatternFill("solid", fgColor=Color(**colour))


@pytest.mark.parametrize(
    ("colour", "name"),
    [
        pytest.param({"rgb": "FFFF0000"}, "Red", id="written out"),
        pytest.param({"indexed": 10}, "Red", id="of the old palette"),
        pytest.param({"indexed": 64}, "", id="the system's own"),
        pytest.param({"theme": 0}, "", id="the theme's white"),
        pytest.param({"theme": 0, "tint": -0.35}, "Grey", id="white made darker"),
        pytest.param({"theme": 5}, "Red", id="second accent"),
        pytest.param({"theme": 6}, "Grey", id="third accent"),
        pytest.param({"theme": 7}, "Amber", id="fourth accent"),
        pytest.param({"theme": 8}, "Purple", id="fifth accent"),
        pytest.param({"theme": 9}, "Green", id="sixth accent"),
        pytest.param({"theme": 9, "tint": 0.4}, "Green", id="made lighter"),
        pytest.param({"theme": 4, "tint": 0.95}, "", id="too pale to be one"),
        pytest.param({"theme": 44}, "", id="not in the theme"),
    ],
)
def test_a_fill_is_called_by_its_colour(colour, name):
    assert Palette(THEME).fill(filled(**colour)) == name


@pytest.mark.parametrize("theme", [None, b"", b"<broken", b"<a/>"])
def test_without_a_theme_that_can_be_read_its_colours_have_no_name(theme):
    assert Palette(theme).fill(filled(theme=9)) == ""


def test_a_cell_without_a_fill_has_no_colour():
    assert Palette(None).fill(PatternFill(None)) == ""

"""A source in a cell: its address is a link, and pushes no column out of sight."""

from cleardays.workroom.plans.measured.presenting import public_definitions, source_cell

ADDRESS = "https://council.example/a/very/long/address/of/a/file/of/figures/2025.csv"


def test_a_long_address_is_a_link_of_a_few_characters():
    cell = source_cell(f"SEN2, {ADDRESS}")

    assert f'href="{ADDRESS}"' in cell
    assert "/2025.csv<" not in cell
    assert "…</a>" in cell


def test_words_of_a_source_stay_words():
    assert source_cell("<b>SEN2</b> & more") == "&lt;b&gt;SEN2&lt;/b&gt; &amp; more"


def test_the_source_of_a_definition_is_cut_too():
    words = dict.fromkeys(
        ("numerator", "denominator", "unit", "type", "polarity", "frequency"), ""
    )
    plain = {"valid_from": "2025-01-01", **words, "source_return": ADDRESS}

    (row,) = public_definitions({"definitions": [plain]})

    assert any("…</a>" in cell for cell in row)

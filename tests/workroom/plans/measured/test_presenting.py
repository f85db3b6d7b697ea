"""What pages say of a measure: sources that push no column out of sight, what to look at."""

from cleardays.workroom.plans import actions
from cleardays.workroom.plans.measured.presenting import public_definitions, source_cell, whole
from tests.factories.plans import AT, fresh

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


def test_parts_that_count_somebody_twice_are_pointed_out_on_the_page_of_the_whole(by):
    count = {"valid_from": "2000-01-01", "name": "All", "numerator": "lamps", "unit": ""}
    measures = {
        name: actions.create_measure(name, [count], by=by, at=AT) for name in ("All", "Red", "Old")
    }
    for name, value in (("All", 43), ("Red", 30), ("Old", 20)):
        if name != "All":
            actions.change_measure(measures[name], part_of=measures["All"], by=by, at=AT)
        figure = {"value": value, "source": "Own", "is_checked": True}
        actions.record_observation(measures[name], "2024", **figure, by=by, at=AT)

    (fault,) = whole(fresh(measures["All"])).faults

    assert fault.code == "parts over the whole"

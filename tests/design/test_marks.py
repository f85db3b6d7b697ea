"""Marks within a line."""

from cleardays.design import marks


def test_a_tag_says_its_word_and_escapes_it():
    assert marks.tag("<i>", "good") == '<strong class="cd-tag cd-tag--good">&lt;i&gt;</strong>'


def test_a_span_of_days_has_no_machines_form():
    assert marks.day("", "9 to 12 March 2020") == "<span>9 to 12 March 2020</span>"


def test_a_file_of_which_nothing_is_known_has_no_empty_brackets():
    assert marks.file_link("/f", "Pack", ["", ""]) == '<a class="cd-file" href="/f">Pack</a>'


def test_an_address_cannot_leave_its_attribute():
    assert '"onclick' not in marks.file_link('/f"onclick="x', "Pack", ["PDF"])

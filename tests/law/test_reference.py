from pathlib import Path

from cleardays.law.reference import TESTS, main, proofs_by_code, render

ROOT = Path(__file__).parents[2]


def test_docs_law_is_up_to_date():
    page = (ROOT / "docs/law.md").read_text(encoding="utf-8")

    assert page == render(proofs_by_code(ROOT / TESTS)), (
        "run: python -m cleardays.law.reference > docs/law.md"
    )


def test_the_command_prints_the_page(monkeypatch, capsys):
    monkeypatch.chdir(ROOT)

    main()

    assert capsys.readouterr().out == render(proofs_by_code(TESTS))


def test_tests_are_found_by_the_rule_they_say_they_prove(tmp_path):
    source = (
        '@pytest.mark.proves("a.b", "c.d")\ndef test_one():\n    pass\n\ndef test_two(): ...\n'
    )
    (tmp_path / "test_it.py").write_text(source, encoding="utf-8")

    found = proofs_by_code(tmp_path)

    assert found == {"a.b": ["test_it.py::test_one"], "c.d": ["test_it.py::test_one"]}


def test_a_bracket_in_an_address_does_not_end_its_link():
    assert "mycouncil.oxfordshire.gov.uk/%28S%28" in render({})


def test_no_heading_is_given_twice():
    headings = [line for line in render({}).splitlines() if line.startswith("## ")]

    assert len(headings) == len(set(headings))

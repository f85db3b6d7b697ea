"""Packages opened with their dangers shut out."""

import zipfile
from pathlib import Path

import pytest

from cleardays.readers.blocks import Unreadable
from cleardays.readers.files.archive import Archive, parse, resolve


def _zip(path: Path, **parts: bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return path


def test_parts_are_found_whatever_their_case_and_absent_ones_are_empty(tmp_path: Path) -> None:
    archive = Archive(_zip(tmp_path / "a.zip", Part=b"<x/>"))

    assert archive.read("/part") == b"<x/>"
    assert archive.read("other") == b""
    assert archive.xml("other") is None


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        ({"bomb": bytes(20_000_000)}, "too-large-in-memory"),
        ({f"part{number}": b"" for number in range(10_001)}, "too-large-in-memory"),
    ],
)
def test_a_bomb_is_refused_before_it_is_unpacked(
    tmp_path: Path, parts: dict[str, bytes], code: str
) -> None:
    path = _zip(tmp_path / "a.zip", **parts)

    with pytest.raises(Unreadable) as caught:
        Archive(path)

    assert caught.value.code == code


def test_a_part_that_does_not_match_its_sum_is_damage(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("part", b"<words/>")
    path.write_bytes(path.read_bytes().replace(b"<words/>", b"<wordz/>"))

    with pytest.raises(Unreadable) as caught:
        Archive(path).read("part")

    assert caught.value.code == "damaged"


@pytest.mark.parametrize(
    "raw",
    [
        b"<a><b></a>",
        b"",
        b'<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>',
        b'<!DOCTYPE a [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><a>&b;</a>',
    ],
)
def test_broken_xml_and_entities_are_refused(raw: bytes) -> None:
    with pytest.raises(Unreadable):
        parse(raw)


@pytest.mark.parametrize(
    ("base", "target", "part"),
    [
        ("word/document.xml", "styles.xml", "word/styles.xml"),
        ("word/document.xml", "../media/a.png", "media/a.png"),
        ("word/document.xml", "/word/a.xml", "word/a.xml"),
        ("", "word/document.xml", "word/document.xml"),
    ],
)
def test_targets_are_resolved_against_the_part_that_names_them(
    base: str, target: str, part: str
) -> None:
    assert resolve(base, target) == part

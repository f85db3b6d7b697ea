"""How many fields of the samples are read right, by format: ``python -m`` prints the table."""

import re
import sys
import tempfile
from pathlib import Path

from cleardays.readers.files import read_file
from cleardays.readers.reports.as_json import as_json
from cleardays.readers.reports.read import read_report
from tests.readers.reports.papermill import write
from tests.readers.reports.samples import SAMPLES


def misreads(sample, found):
    """The fields that differ: {name: (expected, found)}.

    A list's own numbers are printed in some formats and computed in others, so the markers of
    points below a recommendation are not compared.
    """
    found = found | {"recommendations": [_without_markers(r) for r in found["recommendations"]]}
    wrong = {
        name: (value, found[name])
        for name, value in sample.expected.items()
        if found[name] != value
    }
    place = 0
    for phrase in sample.background:
        at = (found["background"] or "").find(phrase, place)
        if at < 0:
            wrong["background"] = (phrase, found["background"])
            break
        place = at + len(phrase)
    return wrong


def _without_markers(text):
    return re.sub(r"\n\s*(?:•|\(?[a-z\d]{1,3}[.)])\s+", "\n", text)


def read_sample(sample, suffix, folder):
    path = write(sample.elements, Path(folder) / f"{sample.name}{suffix}")
    reading = read_file(path)
    return reading, read_report(reading)


def report(line):
    sys.stdout.write(f"{line}\n")


def main(suffixes, samples=SAMPLES):
    for suffix in suffixes:
        right = total = 0
        for sample in samples:
            with tempfile.TemporaryDirectory() as folder:
                _, draft = read_sample(sample, suffix, folder)
            wrong = misreads(sample, as_json(draft))
            total += len(sample.expected) + 1
            right += len(sample.expected) + 1 - len(wrong)
            for name, (expected, found) in wrong.items():
                report(f"{suffix} {sample.name}.{name}\n   want {expected!r}\n   have {found!r}")
        report(f"{suffix}: {right} of {total} fields")


if __name__ == "__main__":
    main(sys.argv[1:] or [".txt", ".docx", ".odt", ".pdf"])

"""Files on their way out: each is looked through first, and what does not pass stays inside."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory

from django.utils.text import slugify

from cleardays.readers.blocks import Notice
from cleardays.readers.files.release import reasons_against_release
from cleardays.readers.files.stripping import stripped
from cleardays.record import files as public_files
from cleardays.record.schemas.common import FileLink
from cleardays.workroom.documents import store as private_files
from cleardays.workroom.documents.kinds import KINDS
from cleardays.workroom.documents.models import StoredFile
from cleardays.workroom.reports.models import Appendix

PDF = "application/pdf"


class NotReleased(Exception):
    """A paper that has to be public did not pass the release check. Says which and why."""


class Crossing:
    """The files of one publication: every one is looked through before the first goes out.

    Where one may not go out, none has: what was stopped leaves nothing on the other side. A file
    is called by its public title; what its giver called it may say what nobody outside may know.
    """

    def __init__(self, exempt_words: Iterable[str], folder: Path) -> None:
        self._exempt_words = tuple(exempt_words)
        self._folder = folder
        self._ready: list[tuple[Path, FileLink]] = []

    @classmethod
    @contextmanager
    def begin(cls, exempt_words: Iterable[str]) -> Iterator["Crossing"]:
        """Begin one that has a folder for its copies."""
        with TemporaryDirectory() as folder:
            yield cls(exempt_words, Path(folder))

    def made(self, path: Path, title: str, pages: int | None) -> FileLink:
        """Prepare the PDF of a report of this title, made here."""
        link = _link(path, "pdf", f"{_slug(title)}.pdf", PDF, pages, "The report as a PDF")
        return self._prepare(path, link)

    def original(self, file: StoredFile, title: str) -> FileLink | None:
        """Prepare the original of a report if nothing is found in it; otherwise it stays.

        The public is not worse off: the page and the PDF hold the same parts.
        """
        path = private_files.path_of(file.sha256)
        if self._reasons(path, file, title):
            return None
        name = f"{_slug(title)}-as-received{_ending(file)}"
        words = "The file as the council received it"
        link = _link(path, "original", name, file.media_type, file.pages, words)
        return self._prepare(path, link)

    def inspectors_report(self, file: StoredFile, title: str) -> FileLink | None:
        """Prepare the inspectors' PDF without its metadata if nothing else is found in it.

        The public is not worse off where it stays: the inspectors publish it themselves.
        """
        given = private_files.path_of(file.sha256)
        path = stripped(given, self._folder / f"{file.sha256}.pdf", title)
        if self._reasons(path, file, title):
            return None
        words = "The inspectors’ report"
        link = _link(path, "original", f"{_slug(title)}.pdf", PDF, file.pages, words)
        return self._prepare(path, link)

    def appendix(self, row: Appendix, description: str = "") -> FileLink:
        """Prepare an open appendix; it has to be public, so a finding stops the publication.

        ``description`` is what it shows, as it was released.

        It goes as a copy without what its properties say, which nearly every file carries.
        """
        title, file = f"{row.label}: {row.public_title}", row.file
        given = private_files.path_of(file.sha256)
        path = stripped(given, self._folder / f"{row.pk}{_ending(file)}", row.public_title)
        if found := self._reasons(path, file, row.public_title):
            raise NotReleased(f"{title} may not go out: {_in_words(found)}")
        name = f"{_slug(title)}{_ending(file)}"
        link = _link(path, "appendix", name, file.media_type, file.pages, title)
        return self._prepare(path, replace(link, description=description))

    def complete(self) -> None:
        """Put everything that was prepared into the public store."""
        for path, link in self._ready:
            public_files.put(path, sha256=link.sha256, media_type=link.media_type)

    def _prepare(self, path: Path, link: FileLink) -> FileLink:
        self._ready.append((path, link))
        return link

    def _reasons(self, path: Path, file: StoredFile, title: str) -> list[Notice]:
        return reasons_against_release(path, file.media_type, self._exempt_words, (title,))


def _slug(title: str) -> str:
    return slugify(title)[:80] or "paper"


def _ending(file: StoredFile) -> str:
    """Return the ending that says what kind of file it is; nothing else of its name."""
    ending = PurePath(file.name).suffix.lower()
    return ending if ending in KINDS else ""


def _link(
    path: Path, role: str, name: str, media_type: str, pages: int | None, title: str
) -> FileLink:
    return FileLink(
        role=role,
        title=title,
        name=name,
        sha256=public_files.hash_of(path),
        media_type=media_type,
        size=path.stat().st_size,
        pages=pages,
    )


def _in_words(notices: Iterable[Notice]) -> str:
    return " ".join(notice.message for notice in notices)

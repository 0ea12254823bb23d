"""Where a set of pictures comes from: a folder or a ZIP file. Nothing is ever unpacked to disk."""

import lzma
import posixpath
import zipfile
import zlib
from pathlib import Path
from typing import IO

from django.utils.translation import gettext as _

MOST_FILES = 2_500
LARGEST_FILE = 5 * 1024 * 1024
LARGEST_IN_ALL = 250 * 1024 * 1024
# What systems put into folders and ZIP files by themselves.
CLUTTER = ("__macosx", ".ds_store", "thumbs.db", "desktop.ini")


class UnusableSource(Exception):
    """The folder or the ZIP file as a whole cannot be read; the message says why."""


class Unreadable(Exception):
    """One file of it cannot be read; the message says why."""


class Source:
    """Files by their path beside the CSV file, in small letters."""

    def __init__(self, sizes: dict[str, int]) -> None:
        """``sizes`` maps the paths of all files to bytes. Raises ``UnusableSource`` where they are too many."""
        self.sizes = {name: size for name, size in sizes.items() if not _is_clutter(name)}
        if len(self.sizes) > MOST_FILES:
            raise UnusableSource(_("There are more than %s files. Import them in parts.") % MOST_FILES)
        if sum(self.sizes.values()) > LARGEST_IN_ALL:
            raise UnusableSource(
                _("The files are larger than %s MB together. Import them in parts.") % (LARGEST_IN_ALL // 1024**2)
            )
        tables = [name for name in self.sizes if name.lower().endswith(".csv")]
        if len(tables) != 1:
            raise UnusableSource(
                _("There are several CSV files. Leave only one.")
                if tables
                else _("There is no CSV file. It says which picture is which.")
            )
        self.table = tables[0]
        folder = posixpath.dirname(self.table)
        self.paths = {posixpath.relpath(name, folder or ".").casefold(): name for name in self.sizes}

    def has(self, file: str) -> bool:
        return self._key(file) in self.paths

    def read(self, file: str) -> bytes:
        """The bytes of a file that the CSV names. Raises ``Unreadable`` where there is none or it is too large."""
        if not self.has(file):
            raise Unreadable(_("This file is not there. Is its name spelt like in the folder?"))
        return self._bounded(self.paths[self._key(file)])

    def read_table(self) -> bytes:
        """The bytes of the CSV file. Raises ``UnusableSource``."""
        try:
            return self._bounded(self.table)
        except Unreadable as error:
            raise UnusableSource(str(error)) from error

    def _key(self, file: str) -> str:
        return posixpath.normpath(file.replace("\\", "/").strip()).casefold()

    def _bounded(self, path: str) -> bytes:
        too_large = _("This file is larger than %s MB.") % (LARGEST_FILE // 1024**2)
        if self.sizes[path] > LARGEST_FILE:
            raise Unreadable(too_large)
        try:
            with self._open(path) as file:
                # What a ZIP file says of its sizes need not be true.
                content = file.read(LARGEST_FILE + 1)
        except (OSError, RuntimeError, zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, ValueError) as error:
            raise Unreadable(_("This file cannot be read. It may be broken or locked with a password.")) from error
        if len(content) > LARGEST_FILE:
            raise Unreadable(too_large)
        return content

    def _open(self, path: str) -> IO[bytes]:
        raise NotImplementedError


class FolderSource(Source):
    """A folder of the server. Links that lead out of it are left out."""

    def __init__(self, folder: Path) -> None:
        if not folder.is_dir():
            raise UnusableSource(_("There is no folder “%s”.") % folder)
        self.folder = folder.resolve()
        files = [path for path in sorted(self.folder.rglob("*")) if path.is_file()]
        inside = [path for path in files if path.resolve().is_relative_to(self.folder)]
        super().__init__({path.relative_to(self.folder).as_posix(): path.stat().st_size for path in inside})

    def _open(self, path: str) -> IO[bytes]:
        return (self.folder / path).open("rb")


class ZipSource(Source):
    """A ZIP file, read in memory. A name that points out of the ZIP file refuses all of it."""

    def __init__(self, file: IO[bytes]) -> None:
        try:
            self.archive = zipfile.ZipFile(file)
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise UnusableSource(_("This is not a ZIP file, or it is broken.")) from error
        sizes = {}
        for info in self.archive.infolist():
            name = info.filename
            if name.startswith("/") or "\\" in name or ":" in name or ".." in name.split("/"):
                raise UnusableSource(_("The ZIP file holds the name “%s”, which points out of it.") % name)
            if not info.is_dir():
                sizes[name] = info.file_size
        super().__init__(sizes)

    def _open(self, path: str) -> IO[bytes]:
        return self.archive.open(path)


def _is_clutter(name: str) -> bool:
    return any(part.lower() in CLUTTER or part.startswith("._") for part in name.split("/"))

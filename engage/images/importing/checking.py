"""Looking at every row and every file before anything is written."""

import hashlib
import posixpath
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _
from wagtail.permissions import policy_registry

from engage.images.importing.files import checked_picture
from engage.images.importing.sources import Source, Unreadable
from engage.images.importing.table import Row, read_rows
from engage.images.models import CustomImage

WORDS = ("title", "description", "licence", "credit")


@dataclass(frozen=True)
class Problem:
    """What is wrong in one line of the CSV."""

    line: int
    file: str
    message: str


@dataclass(frozen=True)
class Checked:
    """A row that can be imported. ``image`` is the picture it was imported as before, None where it is new."""

    row: Row
    digest: str
    image: CustomImage | None

    @property
    def new_file(self) -> bool:
        return self.image is None or self.image.file_hash != self.digest

    @property
    def new_words(self) -> bool:
        """Whether title, description, licence or credit differ."""
        return any(getattr(self.image, name, None) != getattr(self.row, name) for name in WORDS)

    @property
    def new_keywords(self) -> bool:
        """Whether the picture lacks a keyword of the row; those that it has beside them stay."""
        held = {tag.name.casefold() for tag in self.image.tags.all()} if self.image else set()
        return any(word.casefold() not in held for word in self.row.keywords)


@dataclass
class Report:
    """What an import would do. With a single problem it does nothing."""

    name: str
    problems: list[Problem] = field(default_factory=list)
    checked: list[Checked] = field(default_factory=list)

    @property
    def new(self) -> list[Checked]:
        return [one for one in self.checked if one.image is None]

    @property
    def known(self) -> list[Checked]:
        return [one for one in self.checked if one.image is not None]

    @property
    def changing(self) -> list[Checked]:
        """Those that are there already and would become different."""
        return [one for one in self.known if one.new_file or one.new_words or one.new_keywords]


def file_key(file: str) -> str:
    """How a file of a set is known again: its path, whatever the strokes and the case of its letters."""
    return posixpath.normpath(file.replace("\\", "/")).casefold()


def check_pictures(*, source: Source, name: str, user: Any = None) -> Report:
    """Look at all rows of the CSV in ``source`` as a part of the set ``name``. Writes nothing.

    ``user`` is whoever imports: pictures that they may not change are a problem. None, for the
    command on the server, may change all. Raises ``UnusableSource``.
    """
    report = Report(name)
    imported = CustomImage.objects.filter(source=name).exclude(source_file="").prefetch_related("tags")
    held = {image.source_file: image for image in imported}
    changeable = None if user is None else _changeable(user, name)
    seen: dict[str, int] = {}
    for row in read_rows(source.read_table()):
        key = file_key(row.file)
        image = held.get(key)
        messages = row.errors()
        if row.file and key in seen:
            messages.append(_("The file stands in line %s already.") % seen[key])
        seen.setdefault(key, row.line)
        if image is not None and changeable is not None and image.pk not in changeable:
            messages.append(_("The picture is there already, and you may not change it."))
        digest = ""
        try:
            content = checked_picture(row.file, source.read(row.file)) if row.file else b""
            digest = hashlib.sha1(content, usedforsecurity=False).hexdigest()
        except Unreadable as error:
            messages.append(str(error))
        report.problems += [Problem(row.line, row.file, message) for message in messages]
        if not messages:
            report.checked.append(Checked(row, digest, image))
    return report


def _changeable(user: Any, name: str) -> set[int]:
    policy = policy_registry.get_by_type(CustomImage)
    allowed = policy.instances_user_has_permission_for(user, "change")
    return set(allowed.filter(source=name).values_list("pk", flat=True))

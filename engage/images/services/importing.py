"""Importing a set of pictures, all of it or nothing."""

from dataclasses import dataclass
from functools import partial
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction
from wagtail.models import Collection

from engage.images.importing.checking import WORDS, Checked, Report, check_pictures, file_key
from engage.images.importing.files import checked_picture
from engage.images.importing.sources import Source
from engage.images.models import CustomImage, Rendition
from engage.images.services.keywords import BATCH, add_keywords, index_pictures


class ImportRefused(Exception):
    """Rows have problems, so nothing was written. ``report`` names them."""

    def __init__(self, report: Report) -> None:
        super().__init__(f"{len(report.problems)} problems")
        self.report = report


@dataclass(frozen=True)
class Imported:
    """How many pictures an import made, changed and found as they were."""

    new: int
    changed: int
    same: int


def import_pictures(*, source: Source, name: str, collection: Collection, user: Any = None) -> Imported:
    """Import the pictures of ``source`` as the set ``name``: new ones into ``collection``, known ones where they are.

    A picture is known again by the set's name and its file, so the same import again doubles nothing.
    Raises ``ImportRefused`` and ``UnusableSource``; then nothing is written, files included.
    """
    report = check_pictures(source=source, name=name, user=user)
    if report.problems:
        raise ImportRefused(report)
    written: list[str] = []
    try:
        with transaction.atomic():
            result = _write(report, source, collection, user, written)
    except BaseException:
        for path in written:
            CustomImage._meta.get_field("file").storage.delete(path)
        raise
    return result


def _write(report: Report, source: Source, collection: Collection, user: Any, written: list[str]) -> Imported:
    made = [_filled(CustomImage(collection=collection, uploaded_by_user=user), one, report.name) for one in report.new]
    for image, one in zip(made, report.new, strict=True):
        _keep_file(image, one, source, written)
    CustomImage.objects.bulk_create(made, batch_size=BATCH)
    changed = _change(report, source, written)
    pictures = [*made, *(one.image for one in report.known if one.image)]
    rows = [*report.new, *report.known]
    keyworded = add_keywords(wanted={image.pk: one.row.keywords for image, one in zip(pictures, rows, strict=True)})
    touched = {image.pk for image in made} | changed | keyworded
    index_pictures(touched)
    return Imported(new=len(made), changed=len(touched) - len(made), same=len(pictures) - len(touched))


def _change(report: Report, source: Source, written: list[str]) -> set[int]:
    """Bring known pictures up to date. Their old files go when the transaction is through."""
    changed = []
    for one in report.known:
        if not (one.image and (one.new_file or one.new_words)):
            continue
        _filled(one.image, one, report.name)
        if one.new_file:
            storage, old = one.image.file.storage, one.image.file.name
            _keep_file(one.image, one, source, written)
            Rendition.objects.filter(image=one.image).delete()
            transaction.on_commit(partial(storage.delete, old))
        changed.append(one.image)
    fields = [*WORDS, "file", "file_size", "file_hash", "width", "height"]
    CustomImage.objects.bulk_update(changed, fields, batch_size=BATCH)
    return {image.pk for image in changed}


def _filled(image: CustomImage, one: Checked, name: str) -> CustomImage:
    image.source, image.source_file = name, file_key(one.row.file)
    for word in WORDS:
        setattr(image, word, getattr(one.row, word))
    return image


def _keep_file(image: CustomImage, one: Checked, source: Source, written: list[str]) -> None:
    content = checked_picture(one.row.file, source.read(one.row.file))
    # Assigned first: that is when Django measures the picture; saving alone leaves a new one without a width.
    image.file = ContentFile(content, name=one.row.file.replace("\\", "/").rsplit("/", 1)[-1])
    image.file.save(image.file.name, image.file.file, save=False)
    written.append(image.file.name)
    image.file_size, image.file_hash = len(content), one.digest

"""The project's pictograms as Wagtail pictures, so that editors choose them like any other."""

import csv
import hashlib
from pathlib import Path

from django.conf import settings
from django.core.files.base import ContentFile

from engage.images.models import CustomImage
from engage.images.services.keywords import add_keywords, index_pictures

FOLDER = Path(settings.PROJECT_DIR) / "static" / "engage" / "pictograms"


SOURCE = {"source": "Engage", "licence": "BSD-3-Clause", "credit": "Drawn by the Engage project"}


def load_pictograms() -> dict[str, CustomImage]:
    """Create or refresh one picture for each row of the catalogue. Returns them by slug.

    A picture whose file is unchanged is left alone, so the command can run at every start. So are
    keywords that officers added.
    """
    held = {image.slug: image for image in CustomImage.objects.exclude(slug="")}
    wanted: dict[int, list[str]] = {}
    with (FOLDER / "catalogue.csv").open(encoding="utf-8", newline="") as catalogue:
        for row in csv.DictReader(catalogue):
            image = held[row["slug"]] = _load(row, held.get(row["slug"]))
            wanted[image.pk] = [word.strip() for word in row["keywords"].split("|") if word.strip()]
    changed = add_keywords(wanted=wanted)
    index_pictures(changed)
    return held


def _load(row: dict[str, str], image: CustomImage | None) -> CustomImage:
    content = (FOLDER / f"{row['slug']}.svg").read_bytes()
    fresh = image or CustomImage(slug=row["slug"])
    same_file = image is not None and image.file_hash == hashlib.sha1(content, usedforsecurity=False).hexdigest()
    words = {"title": row["title"], "description": row["description"], **SOURCE}
    if same_file and all(getattr(fresh, name) == value for name, value in words.items()):
        return fresh
    for name, value in words.items():
        setattr(fresh, name, value)
    if not same_file:
        fresh.file = ContentFile(content, name=f"{row['slug']}.svg")
        fresh.file_size = len(content)
        fresh._set_file_hash()
    fresh.save()
    return fresh

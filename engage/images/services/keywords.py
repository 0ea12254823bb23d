"""Keywords of many pictures at once: the tags, and the search index that holds them."""

from collections.abc import Iterable, Mapping

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from taggit.models import Tag, TaggedItem
from wagtail.search.backends import get_search_backends

from engage.images.models import CustomImage

LONGEST_KEYWORD = 60
BATCH = 200


@transaction.atomic
def add_keywords(*, wanted: Mapping[int, Iterable[str]]) -> set[int]:
    """Give pictures the keywords that they miss; those they have stay. Returns the pictures that got some.

    ``wanted`` maps the numbers of pictures to words, in any case of letters. Asks the database as
    often for 1,000 pictures as for one.
    """
    kind = ContentType.objects.get_for_model(CustomImage)
    tags = _tags({word for words in wanted.values() for word in words})
    held = set(TaggedItem.objects.filter(content_type=kind).values_list("object_id", "tag_id"))
    pairs = {(number, tags[word.casefold()].pk) for number, words in wanted.items() for word in words}
    missing = sorted(pairs - held)
    TaggedItem.objects.bulk_create(
        [TaggedItem(content_type=kind, object_id=number, tag_id=tag) for number, tag in missing], batch_size=BATCH
    )
    return {number for number, _tag in missing}


def _tags(words: set[str]) -> dict[str, Tag]:
    """The tag of each word, by the word in small letters; those that are new are made."""
    found = {tag.name.casefold(): tag for tag in Tag.objects.all()}
    new = {word.casefold(): word for word in sorted(words) if word.casefold() not in found}
    slugs = set(Tag.objects.values_list("slug", flat=True))
    made = []
    for word in new.values():
        tag = Tag(name=word)
        tag.slug = _free_slug(tag.slugify(word) or "keyword", slugs)
        slugs.add(tag.slug)
        made.append(tag)
    Tag.objects.bulk_create(made, batch_size=BATCH)
    return found | {tag.name.casefold(): tag for tag in made}


def _free_slug(slug: str, taken: set[str]) -> str:
    number = 1
    while (free := slug if number == 1 else f"{slug}_{number}") in taken:
        number += 1
    return free


def index_pictures(numbers: Iterable[int]) -> None:
    """Write pictures into the search index, keywords included: Wagtail does so when a picture is saved, before
    its keywords are there."""
    wanted = sorted(numbers)
    for start in range(0, len(wanted), BATCH):
        # The index asks for each picture's keywords three times; fetched before, they cost nothing.
        rows = list(CustomImage.objects.filter(pk__in=wanted[start : start + BATCH]).prefetch_related("tags"))
        for backend in get_search_backends():
            backend.add_bulk(CustomImage, rows)

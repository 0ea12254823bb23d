"""Pictures for a sentence, from those that somebody may choose."""

from collections import defaultdict
from typing import Any

from django.contrib.contenttypes.models import ContentType
from taggit.models import TaggedItem
from wagtail.permissions import policy_registry

from engage.images.models import CustomImage
from engage.images.words import PictureWords, rank_pictures

MOST_SUGGESTIONS = 6
THUMBNAIL = "max-165x165"


def suggest_pictures(*, sentence: str, user: Any, limit: int = MOST_SUGGESTIONS) -> list[CustomImage]:
    """At most ``limit`` pictures that ``user`` may choose and whose words fit ``sentence``, the best first."""
    policy = policy_registry.get_by_type(CustomImage)
    allowed = policy.instances_user_has_any_permission_for(user, ["choose"])
    keywords = defaultdict(list)
    tagged = TaggedItem.objects.filter(content_type=ContentType.objects.get_for_model(CustomImage))
    for number, word in tagged.values_list("object_id", "tag__name").order_by("object_id", "tag__name"):
        keywords[number].append(word)
    words = [
        PictureWords(number, title, description, tuple(keywords[number]))
        for number, title, description in allowed.values_list("pk", "title", "description")
    ]
    numbers = rank_pictures(sentence, words, limit=limit)
    found = CustomImage.objects.prefetch_renditions(THUMBNAIL).in_bulk(numbers)
    return [found[number] for number in numbers]

"""Pictures for the sentence that somebody is writing in the editor, as JSON for its script."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, JsonResponse
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST
from wagtail.images.shortcuts import get_rendition_or_not_found
from wagtail.permissions import policy_registry

from engage.images.models import CustomImage
from engage.images.services.suggestions import THUMBNAIL, suggest_pictures


@never_cache
@require_POST
def suggestions(request: HttpRequest) -> JsonResponse:
    """``{"pictures": [{"id", "title", "thumbnail", "chosen"}]}`` for the posted ``sentence``.

    POST, so that a draft's words stand in no address and no log. ``chosen`` is where Wagtail's chooser
    asks for what it shows of a chosen picture. Whoever may choose no picture is refused.
    """
    policy = policy_registry.get_by_type(CustomImage)
    if not policy.user_has_any_permission(request.user, ["choose"]):
        raise PermissionDenied
    found = suggest_pictures(sentence=request.POST.get("sentence", ""), user=request.user)
    return JsonResponse({"pictures": [_as_choice(image) for image in found]})


def _as_choice(image: CustomImage) -> dict:
    return {
        "id": image.pk,
        "title": image.title,
        "thumbnail": get_rendition_or_not_found(image, THUMBNAIL).url,
        "chosen": reverse("wagtailimages_chooser:chosen", args=[image.pk]),
    }

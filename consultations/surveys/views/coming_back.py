"""Coming back with a code: choose the pictures one by one, or type the words; or press the link of an e-mail."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from consultations.surveys.code_forms import WordsForm
from consultations.surveys.models import Response
from consultations.surveys.picture_code import GROUPS, LABELS, LENGTH, PICTURES
from consultations.surveys.services.returning import find_by_code, find_by_link, hand_over
from consultations.surveys.translating import shown_survey
from engage.core.throttle import TryLater, client_of, give_back, spend_try
from engage.core.waiting_words import wait_words

from .device import chosen_pictures, forget_pictures, new_key, remember, remember_pictures
from .steps import no_store
from .stopping import pictures_of

METHODS = ["GET", "HEAD", "POST"]
KIND = "pictures"


@require_safe
def code(request: HttpRequest) -> HttpResponse:
    """I have a code: of pictures, or of letters and numbers."""
    return render(request, "pages/surveys/code.html")


@require_http_methods(METHODS)
@no_store
def come_back(request: HttpRequest) -> HttpResponse:
    """The grid of pictures. Each press adds one; the device remembers those so far until they open something."""
    if request.method != "POST":
        return _show(request, chosen_pictures(request))
    chosen = chosen_pictures(request)
    go = request.POST.get("go", "")
    if go == "words":
        return _typed(request, chosen)
    if go == "open" and len(chosen) == LENGTH:
        return _open(request, chosen, chosen, "pictures")
    added = request.POST.get("add", "")
    if go == "undo":
        chosen = chosen[:-1]
    elif go == "over":
        chosen = ()
    elif added in PICTURES and added not in chosen and len(chosen) < LENGTH:
        chosen = (*chosen, added)
    return remember_pictures(request, redirect(reverse("surveys:come_back") + "#pictures"), chosen)


def _typed(request: HttpRequest, chosen: Sequence[str]) -> HttpResponse:
    form = WordsForm(request.POST)
    if not form.is_valid():
        problems = [{"target": "id_words", "message": message} for message in form.errors["words"]]
        return _show(request, chosen, form=form, problems=problems)
    return _open(request, chosen, form.code, "id_words", form)


def _open(
    request: HttpRequest, chosen: Sequence[str], code: Sequence[str], target: str, form: WordsForm | None = None
) -> HttpResponse:
    """Look for the code. Whether it never was, was replaced, sent or deleted: the words are the same."""
    client = client_of(request)
    try:
        spend_try(kind=KIND, client=client)
    except TryLater as later:
        problems = [{"target": target, "message": wait_words(later.at)}]
        return _show(request, chosen, form=form, problems=problems, status=429)
    response = find_by_code(code)
    if response is None:
        words = _("These pictures do not open any answers. Are they in the right order?")
        return _show(request, chosen, form=form, problems=[{"target": target, "message": words}])
    give_back(kind=KIND, client=client)
    return _welcome(request, response)


def _welcome(request: HttpRequest, response: Response) -> HttpResponse:
    """This device goes on with the response; its start page offers "Carry on"."""
    key = new_key()
    hand_over(response=response, key=key)
    return forget_pictures(remember(request, redirect(f"{response.survey.start_url}#carry-on"), response.survey, key))


def _show(
    request: HttpRequest,
    chosen: Sequence[str],
    *,
    form: WordsForm | None = None,
    problems: Sequence[dict] = (),
    status: int = 200,
) -> HttpResponse:
    context = {
        "chosen": pictures_of(chosen),
        "number": min(len(chosen) + 1, LENGTH),
        "total": LENGTH,
        "is_whole": len(chosen) == LENGTH,
        "groups": [
            (title, [{"word": word, "label": LABELS[word]} for word in PICTURES[start : start + len(labels)]])
            for start, (title, labels) in zip(range(0, len(PICTURES), 8), GROUPS, strict=True)
        ],
        "form": form or WordsForm(),
        "problems": problems,
    }
    return render(request, "pages/surveys/come_back.html", context, status=status)


@require_http_methods(METHODS)
@no_store
def link(request: HttpRequest, token: str) -> HttpResponse:
    """The link of an e-mail: GET shows a button and changes nothing, as mail programs open links by themselves."""
    response = find_by_link(token)
    if response is None:
        reply = render(request, "pages/surveys/come_back_link.html", {"is_found": False}, status=404)
    elif request.method == "POST":
        reply = _welcome(request, response)
    else:
        reply = render(
            request, "pages/surveys/come_back_link.html", {"is_found": True, "survey": shown_survey(response.survey)}
        )
    # The address holds the token: it goes to nobody, not even to other pages of ours.
    reply["Referrer-Policy"] = "strict-origin"
    return reply

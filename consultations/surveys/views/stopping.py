"""Stop and come back: what was saved, until when, and the ways back to it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from consultations.surveys.code_forms import MailForm
from consultations.surveys.picture_code import LABELS
from consultations.surveys.services.returning import keep_code, mail_link, renew_code, shown_code
from engage.core.throttle import MAILS, TryLater, spend_try
from engage.core.waiting_words import clock_after

from .device import key_of
from .steps import Journey, render_step, step


def stop(request: HttpRequest, journey: Journey) -> HttpResponse:
    """Give the response a way back, and say so on the next page."""
    keep_code(response=journey.response, survey=journey.survey, key=key_of(request, journey.survey.pk))
    return redirect(journey.steps.stopped)


@require_http_methods(["GET", "HEAD", "POST"])
@step
def stopped(request: HttpRequest, journey: Journey) -> HttpResponse:
    """The picture code, the days, the link by e-mail. POST makes a code or sends the link; GET changes nothing."""
    form = MailForm(request.POST) if request.POST.get("go") == "mail" else MailForm()
    if request.method == "POST":
        if request.POST.get("go") != "mail":
            return _code(request, journey)
        if form.is_valid() and _mail(journey, form):
            return redirect(f"{journey.steps.stopped}?mail=sent#mail")
    code = shown_code(response=journey.response, key=key_of(request, journey.survey.pk))
    context = {
        "steps": journey.steps,
        "carry_on": journey.steps.to_carry_on(journey.answered()),
        "sending_ends_at": journey.survey.consultation.sending_ends_at,
        "kept_until": journey.response.kept_until,
        "now": timezone.now(),
        "pictures": pictures_of(code or ()),
        "has_code": journey.response.return_hash is not None,
        "form": form,
        "problems": [{"target": "id_address", "message": message} for message in form.errors.get("address", [])],
        "mail_sent": request.GET.get("mail") == "sent",
    }
    return render_step(request, "stopped", journey.survey, context)


def pictures_of(code) -> list[dict]:
    """The pictures of a code with their words in the person's language, for the template."""
    return [{"word": word, "label": LABELS[word]} for word in code]


def _code(request: HttpRequest, journey: Journey) -> HttpResponse:
    if request.POST.get("go") == "new":
        renew_code(response=journey.response, survey=journey.survey, key=key_of(request, journey.survey.pk))
        return redirect(journey.steps.stopped)
    return stop(request, journey)


def _mail(journey: Journey, form: MailForm) -> bool:
    """Whether the link was sent; else the form says when to try again."""
    try:
        spend_try(kind="mail", client=str(journey.response.pk), of_one=MAILS)
    except TryLater as later:
        form.add_error(
            "address", _("We sent you some e-mails. Please wait until %(time)s.") % {"time": clock_after(later.at)}
        )
        return False
    mail_link(response=journey.response, survey=journey.survey, address=form.cleaned_data["address"])
    return True

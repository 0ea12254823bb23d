"""The page with a whole survey that a device of a group session keeps, and the worker that keeps it."""

import json
from dataclasses import asdict
from functools import cache
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from consultations.surveys.about import about_parts
from consultations.surveys.enums import ANSWERED_BY_PICTURES, CHOICE_KINDS, AnsweredBy, QuestionKind
from consultations.surveys.models import GroupSession, Question
from consultations.surveys.models.responses import RECEIPT_ALPHABET
from consultations.surveys.models.sessions import DEVICES_MAY_BE_LATE
from consultations.surveys.offline import OfflineCopy, questions_of
from consultations.surveys.question_forms import form_for
from consultations.surveys.question_forms.base import LONGEST_TEXT
from consultations.surveys.steps import Steps
from consultations.surveys.translating import in_language
from engage.core.middleware import RequestWithDisplay
from engage.core.preferences import CHOICES, Version

from .answering import question_context
from .joining import unknown_code
from .steps import no_store, render_step

# What people can change on the device itself; the rest stays as it was when the device got the page.
WAYS = ("size", "theme", "spacing", "pictures")
WORKER = Path(settings.PROJECT_DIR) / "static" / "engage" / "js" / "offline-worker.js"


@require_safe
@no_store
def offline_page(request: RequestWithDisplay, code: str) -> HttpResponse:
    """All steps of a session's survey on one page. Nothing of anybody is in it: devices may keep it.

    The same for everybody who sees pages alike, so that a device knows a new page by its text. After the session it
    takes nobody, and still sends what is waiting.
    """
    session, refusal = unknown_code(request, code)
    if session is None:
        return refusal
    survey = session.survey
    if not session.may_receive():
        return redirect("join_session", session.code)
    questions = in_language(list(questions_of(session).asked()))
    steps = Steps.of(survey, questions)
    context = {
        "session": session,
        "settings_of_device": json.dumps(_settings(request, session)),
        "token": OfflineCopy.of(session, questions).as_token(),
        "rows": [offline_question(request, steps, question) for question in questions],
        "count": len(questions),
        "who": [{"value": one.value, "label": one.label, "picture": ANSWERED_BY_PICTURES[one]} for one in AnsweredBy],
        "parts": about_parts(survey),
        "group": {session.group} if session.group else set(),
        "ways": _ways(request, questions),
    }
    return render_step(request, "offline", survey, context)


def offline_question(request: RequestWithDisplay, steps: Steps, question: Question) -> dict:
    """What the template reads of a question, and what the script reads (``rules``, as JSON)."""
    form = form_for(question, prefix=question.key)
    row = question_context(request, steps, question, form)
    versions = {version: [question.wording_in(version), question.help_in(version)] for version in Version.values}
    return {
        **row,
        # A place for the help, where only one of the versions has any.
        "help": row["help"] or (" " if any(help_text for _wording, help_text in versions.values()) else ""),
        "name": form.add_prefix("answer"),
        "words_name": form.add_prefix("words"),
        "other_name": form.add_prefix(row["other_name"]),
        "rules": json.dumps(_rules(question, form)),
        "versions": json.dumps(versions),
    }


def _rules(question: Question, form) -> dict:
    """The question for the script: its fields, its condition, and what each answer is called in conditions."""
    offered = question.asked_choices if question.kind in CHOICE_KINDS else []
    own = question.own_words_choice
    modes = {QuestionKind.ONE_CHOICE: "one", QuestionKind.SEVERAL_CHOICES: "several", QuestionKind.TOP_THREE: "top"}
    return {
        "key": question.key,
        "uid": str(question.uid),
        "on": str(question.condition_uid or ""),
        "when": question.condition_values,
        "mode": modes.get(QuestionKind(question.kind), "text" if question.kind == QuestionKind.TEXT else "score"),
        "others": list(form.others),
        "uids": {str(choice.pk): str(choice.uid) for choice in offered},
        "own": str(own.pk) if own else "",
        "most": question.at_most if question.kind == QuestionKind.SEVERAL_CHOICES else None,
    }


def _settings(request: RequestWithDisplay, session: GroupSession) -> dict:
    """What the script needs beside the forms. ``over`` is in milliseconds; ``display`` how each new person sees it."""
    may_begin = session.is_open() and session.survey.consultation.may_start()
    return {
        "session": session.code,
        "over": int((session.ends_at + DEVICES_MAY_BE_LATE).timestamp() * 1000) if may_begin else 0,
        "longest": LONGEST_TEXT,
        "alphabet": RECEIPT_ALPHABET,
        "display": asdict(request.display),
    }


def _ways(request: RequestWithDisplay, questions: list[Question]) -> list[dict]:
    """The lists with which people change how the page looks on the device itself."""
    names = [*WAYS, *(["version"] if any(question.has_standard for question in questions) else [])]
    return [
        {"name": name, "options": CHOICES[name].choices, "chosen": getattr(request.display, name)} for name in names
    ]


@cache
def _worker() -> str:
    return WORKER.read_text()


@require_safe
def worker(request: HttpRequest) -> HttpResponse:
    """The service worker of all sessions. Served below /join/, so that it never sees another page."""
    reply = HttpResponse(_worker(), content_type="text/javascript; charset=utf-8")
    reply["Cache-Control"] = "no-cache"
    return reply

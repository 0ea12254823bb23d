"""The groups of people who sign in, and what each may do."""

from collections.abc import Iterable

from django.contrib.auth.models import Group, Permission
from django.db.models import Q
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page, Site

from ambassadors.models import AmbassadorIndexPage
from engage.core.languages import sources

OFFICERS = "Engagement officers"
LEADS = "Safeguarding leads"
AMBASSADORS = "SEND Ambassadors"

ADMIN_ACCESS = "wagtailadmin.access_admin"

PERMISSIONS = {
    OFFICERS: [
        ADMIN_ACCESS,
        "surveys.view_response",
        "surveys.export_response",
        "surveys.erase_response",
        "surveys.enter_response",
        "surveys.import_response",
        "surveys.view_answer",
        "surveys.code_answer",
        "surveys.raise_concern",
        "surveys.listen_voice",
        "surveys.transcribe_voice",
        *(f"surveys.{action}_surveylink" for action in ("view", "add", "delete")),
        *(f"surveys.{action}_groupsession" for action in ("view", "add", "change")),
        "analysis.view_theme",
        "analysis.add_theme",
        "analysis.change_theme",
        "analysis.view_coding",
        "analysis.view_prioritytag",
        *(f"core.{action}_term" for action in ("view", "add", "change", "delete")),
        *(f"events.{action}_accessrequirement" for action in ("view", "add", "change")),
        *(f"consultations.{action}_area" for action in ("add", "change")),
        *(f"surveys.{action}_need" for action in ("add", "change")),
        *(f"events.{action}_booking" for action in ("view", "add", "change", "export", "erase")),
        *(
            f"strategy.{action}_{model}"
            for model in ("priority", "statement", "objective", "workstream")
            for action in ("view", "add", "change")
        ),
        "core.view_outboxmessage",
        "core.retry_outboxmessage",
        "core.forget_outboxmessage",
        "core.change_mailwording",
        "wagtail_localize.submit_translation",
    ],
    # A lead reads and decides; tagging and exporting is the officers' work.
    LEADS: [
        ADMIN_ACCESS,
        "surveys.view_response",
        "surveys.view_answer",
        "surveys.view_concern",
        "surveys.raise_concern",
        "surveys.decide_concern",
    ],
    AMBASSADORS: [ADMIN_ACCESS],
}

PAGE_ACTIONS = ["add_page", "change_page", "publish_page"]
MEDIA_PERMISSIONS = [
    # Wagtail asks for the permissions of its own image model, also where a project has one of its own.
    *(f"wagtailimages.{action}_image" for action in ("add", "change", "choose")),
    *(f"wagtaildocs.{action}_document" for action in ("add", "change", "choose")),
]


def ensure_groups() -> None:
    """Make the groups with their permissions; those that exist get what they miss."""
    for name, names in PERMISSIONS.items():
        group, _made = Group.objects.get_or_create(name=name)
        group.permissions.add(*_permissions(names))
    officers = Group.objects.get(name=OFFICERS)
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    if site is not None:
        # Without "bulk_delete_page" nobody deletes a page that has pages below it, such as the root.
        for home in site.root_page.get_translations(inclusive=True):
            _allow_pages(officers, home, PAGE_ACTIONS)
    _allow_media(officers)
    index = sources(AmbassadorIndexPage.objects.all()).first()
    if index is not None:
        _allow_pages(Group.objects.get(name=AMBASSADORS), index, ["add_page"])


def _permissions(names: Iterable[str]) -> list[Permission]:
    wanted = Q(pk__in=[])
    for name in names:
        app, codename = name.split(".")
        wanted |= Q(content_type__app_label=app, codename=codename)
    return list(Permission.objects.filter(wanted))


def _allow_pages(group: Group, page: Page, actions: list[str]) -> None:
    for permission in _permissions(f"wagtailcore.{action}" for action in actions):
        GroupPagePermission.objects.get_or_create(group=group, page_id=page.pk, permission=permission)


def _allow_media(group: Group) -> None:
    root = Collection.get_first_root_node()
    if root is not None:
        for permission in _permissions(MEDIA_PERMISSIONS):
            GroupCollectionPermission.objects.get_or_create(group=group, collection=root, permission=permission)

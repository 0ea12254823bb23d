"""What each group may do."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import GroupPagePermission, Page
from wagtail.permissions import policy_registry

from ambassadors.models import AmbassadorIndexPage
from home.groups import AMBASSADORS, LEADS, MEDIA_PERMISSIONS, OFFICERS, PERMISSIONS, ensure_groups
from tests.builders import make_ambassador, make_home, make_lead, make_officer

pytestmark = pytest.mark.django_db


def test_every_named_permission_exists():
    known = {f"{app}.{name}" for app, name in Permission.objects.values_list("content_type__app_label", "codename")}
    wanted = {name for names in PERMISSIONS.values() for name in names} | set(MEDIA_PERMISSIONS)
    assert wanted <= known


def test_running_it_again_changes_nothing():
    make_home()
    ensure_groups()

    def state():
        return [
            sorted(Group.objects.values_list("name", "permissions__codename")),
            sorted(GroupPagePermission.objects.values_list("group", "page", "permission")),
        ]

    before = state()
    ensure_groups()
    assert state() == before


def test_a_group_gets_back_what_it_misses_and_keeps_what_it_was_given():
    ensure_groups()
    officers = Group.objects.get(name=OFFICERS)
    extra = Permission.objects.get(codename="delete_theme")
    officers.permissions.set([extra])
    ensure_groups()
    assert officers.permissions.filter(codename="code_answer").exists()
    assert extra in officers.permissions.all()


def test_an_officer_codes_and_exports_but_neither_decides_concerns_nor_manages_people():
    officer = make_officer()
    assert officer.has_perms(["surveys.code_answer", "surveys.export_response", "analysis.change_theme"])
    for name in ("surveys.decide_concern", "surveys.view_concern", "users.add_user", "home.change_sitesettings"):
        assert not officer.has_perm(name), name


def test_a_lead_decides_concerns_but_neither_codes_nor_exports():
    lead = make_lead()
    assert lead.has_perms(["surveys.decide_concern", "surveys.view_response"])
    for name in ("surveys.code_answer", "surveys.export_response", "analysis.change_theme"):
        assert not lead.has_perm(name), name


def test_an_ambassador_sees_no_responses():
    ambassador = make_ambassador()
    assert ambassador.has_perm("wagtailadmin.access_admin")
    assert ambassador.get_all_permissions() == {"wagtailadmin.access_admin"}


def test_an_officer_uploads_and_chooses_images_and_documents(client):
    client.force_login(make_officer())
    for address in ("/admin/images/add/", "/admin/images/chooser/", "/admin/documents/chooser/"):
        assert client.get(address).status_code == 200, address
    assert client.get("/admin/users/").status_code == 302


def test_officers_work_on_all_pages_but_cannot_delete_the_root_with_what_is_below():
    home = make_home()
    index = AmbassadorIndexPage(title="Ambassadors", slug="ambassadors")
    home.add_child(instance=index)
    may = Page.objects.get(pk=home.pk).permissions_for_user(make_officer())
    assert may.can_add_subpage() and may.can_edit() and may.can_publish()
    assert not may.can_delete()


@pytest.mark.parametrize("action", ["add", "change", "choose"])
@pytest.mark.parametrize("get_model", [get_image_model, get_document_model])
def test_officers_add_change_and_choose_pictures_and_documents(get_model, action):
    policy = policy_registry.get_by_type(get_model())
    assert policy.user_has_permission(make_officer(), action)
    assert not policy.user_has_permission(make_lead(), action)


def test_ambassadors_add_pages_only_below_their_own_index():
    home = make_home()
    index = AmbassadorIndexPage(title="Ambassadors", slug="ambassadors")
    home.add_child(instance=index)
    ambassador = make_ambassador()
    assert index.permissions_for_user(ambassador).can_add_subpage()
    assert not index.permissions_for_user(ambassador).can_publish()
    assert not Page.objects.get(pk=home.pk).permissions_for_user(ambassador).can_add_subpage()
    assert Group.objects.get(name=LEADS).page_permissions.count() == 0
    assert Group.objects.get(name=AMBASSADORS).page_permissions.count() == 1


def test_an_administrator_can_give_each_permission_on_responses_and_codings_to_a_group():
    from wagtail.users.forms import GroupForm

    # Viewsets register their permissions when the admin's addresses are loaded, as every request does.
    reverse("wagtailadmin_home")
    offered = {
        f"{permission.content_type.app_label}.{permission.codename}"
        for permission in GroupForm().fields["permissions"].queryset.select_related("content_type")
    }
    names = {name for names in PERMISSIONS.values() for name in names}
    ours = {name for name in names if name.startswith("surveys.")} | {"analysis.view_coding", "analysis.add_theme"}
    assert ours <= offered

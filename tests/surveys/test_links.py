"""Links with a source in them: made by officers, followed by people, counted afterwards."""

import pytest
from django.test import Client

from consultations.surveys.models import Response, SurveyLink
from consultations.surveys.services.links import LinkInUse, NameTaken, counts_by_link, make_link, remove_link
from consultations.surveys.short_codes import ALPHABET, as_code
from engage.core.qr import qr_png_file, qr_svg
from tests.builders import (
    make_ambassador,
    make_consultation,
    make_image,
    make_lead,
    make_officer,
    make_question,
    make_response,
    make_survey,
)
from tests.surveys.journeys import Person

pytestmark = pytest.mark.django_db

NAME = "Poster in the library"


@pytest.fixture
def officer(client):
    officer = make_officer()
    client.force_login(officer)
    return officer


@pytest.fixture
def survey():
    return make_survey(questions=[make_question()], title="My plan")


@pytest.fixture
def link(survey):
    return make_link(survey=survey, name=NAME, by=None)


def address(survey):
    return f"/admin/sharing/{survey.pk}/"


def begin_by(address):
    """Follow a link and press Start."""
    client = Client()
    page = client.get(address, follow=True)
    here = page.redirect_chain[-1][0] if page.redirect_chain else address
    return client.post(here, follow=True)


def test_who_follows_a_link_answers_with_its_name_as_the_source(link):
    begin_by(f"/s/{link.code}/")
    response = Response.objects.get()
    assert (response.source, response.source_detail) == ("online", NAME)


def test_a_code_is_found_in_small_letters_with_blanks(link):
    assert Client().get(f"/s/{link.code[:2].lower()}-{link.code[2:].lower()}/").status_code == 302


def test_who_comes_without_a_link_has_no_detail(survey, link):
    Person(survey).start()
    assert Response.objects.get().source_detail == ""


@pytest.mark.parametrize("code", ["NOTHERE", "<script>", "%00", "ÄÖ", "x" * 500])
def test_a_source_that_we_did_not_make_is_stored_nowhere(survey, code):
    begin_by(f"{survey.url}?from={code}")
    assert Response.objects.get().source_detail == ""


def test_a_link_of_another_survey_is_not_counted_here(survey, link):
    other = make_survey()
    begin_by(f"{other.url}?from={link.code}")
    assert Response.objects.get().source_detail == ""


@pytest.mark.parametrize("code", ["WRONG", "<b>", "0", "x" * 300])
def test_an_unknown_code_leads_kindly_to_what_is_asked_now(survey, code):
    reply = Client().get(f"/s/{code}/")
    assert reply.status_code == 404
    assert "We do not know this code" in reply.text
    assert survey.consultation.get_parent().url in reply.text


def test_a_link_to_a_survey_that_is_not_published_is_unknown(survey, link):
    survey.unpublish()
    assert Client().get(f"/s/{link.code}/").status_code == 404


def test_a_link_is_followed_and_nothing_else(link):
    assert Client().post(f"/s/{link.code}/").status_code == 405


def test_an_officer_makes_a_link_with_a_poster_and_squares(client, officer, survey):
    listing = client.get("/admin/sharing/")
    assert address(survey) in listing.text
    page = client.post(address(survey), {"name": NAME}, follow=True)
    link = SurveyLink.objects.get()
    assert (link.name, link.made_by) == (NAME, officer)
    assert f"http://testserver/s/{link.code}/" in page.text
    poster = client.get(f"/admin/sharing/link/{link.pk}/poster/").text
    for words in ("My plan", f"testserver/s/{link.code}", "It takes about 5 minutes.", "You can answer until", "<svg"):
        assert words in poster, words
    svg = client.get(f"/admin/sharing/link/{link.pk}/svg/")
    assert svg.content.startswith(b"<?xml") and svg["Content-Type"] == "image/svg+xml"
    png = client.get(f"/admin/sharing/link/{link.pk}/png/")
    assert png.content.startswith(b"\x89PNG") and ".png" in png["Content-Disposition"]
    assert client.get(f"/admin/sharing/link/{link.pk}/pdf/").status_code == 404


def test_the_poster_shows_the_first_pictures_with_words(client, officer, link):
    passages = [("picture_text", {"picture": make_image(), "text": f"Sentence {number}."}) for number in range(3)]
    link.survey.intro = passages
    link.survey.save_revision().publish()
    poster = client.get(f"/admin/sharing/link/{link.pk}/poster/").text
    assert "Sentence 1." in poster
    assert "Sentence 2." not in poster


@pytest.mark.parametrize(
    ("name", "words"), [("", "Write where you put it."), (NAME, "Choose another name."), ("x" * 81, "at most 80")]
)
def test_a_name_that_does_not_do_is_refused_and_stays(client, officer, link, name, words):
    page = client.post(address(link.survey), {"name": name})
    assert words in page.text
    assert f'value="{name}"' in page.text or not name
    assert SurveyLink.objects.count() == 1


def test_two_surveys_may_have_a_link_of_the_same_name(link):
    make_link(survey=make_survey(), name=NAME, by=None)
    with pytest.raises(NameTaken):
        make_link(survey=link.survey, name=NAME, by=None)


def test_a_link_is_removed_only_while_nobody_came_by_it(client, officer, link):
    begin_by(f"/s/{link.code}/")
    with pytest.raises(LinkInUse):
        remove_link(link=link)
    page = client.post(f"/admin/sharing/link/{link.pk}/remove/", follow=True)
    assert "It stays." in page.text
    unused = make_link(survey=link.survey, name="Letter", by=None)
    client.post(f"/admin/sharing/link/{unused.pk}/remove/")
    assert list(SurveyLink.objects.all()) == [link]


def test_responses_are_counted_by_link_with_small_numbers_hidden(survey, link):
    letter = make_link(survey=survey, name="Letter", by=None)
    for detail, number in ((link.name, 12), (letter.name, 3), ("", 24)):
        for _number in range(number):
            make_response(survey, source_detail=detail)
    cells = counts_by_link(survey).cells
    assert cells[letter.name].is_hidden
    # With all other numbers and the sum, anybody could work the hidden one out: so a second one is hidden.
    assert cells[link.name].is_hidden
    assert cells[""].value == 25


def test_a_link_is_seen_in_the_list_of_responses_and_in_the_figures(client, officer, survey, link):
    for _number in range(12):
        make_response(survey, source_detail=NAME)
    other = make_response(survey)
    listing = client.get(f"/admin/responses/?source_detail={NAME}")
    assert listing.context["paginator"].count == 12
    assert f">{other}<" not in listing.text
    assert NAME in client.get(f"/admin/analysis/{survey.consultation.pk}/").text


@pytest.mark.parametrize("make_person", [make_lead, make_ambassador, None])
def test_people_without_the_permission_neither_see_nor_make_links(client, link, make_person):
    if make_person:
        client.force_login(make_person())
    poster = f"/admin/sharing/link/{link.pk}/poster/"
    for path in ("/admin/sharing/", address(link.survey), poster, f"/admin/sharing/link/{link.pk}/svg/"):
        assert client.get(path).status_code == 302, path
    assert client.post(address(link.survey), {"name": "Mine"}).status_code == 302
    assert client.post(f"/admin/sharing/link/{link.pk}/remove/").status_code == 302
    assert list(SurveyLink.objects.all()) == [link]


def test_who_may_only_look_makes_and_removes_nothing(client, link):
    from django.contrib.auth.models import Permission

    lead = make_lead()
    lead.user_permissions.add(Permission.objects.get(codename="view_surveylink"))
    client.force_login(lead)
    page = client.get(address(link.survey))
    assert "Make the link" not in page.text and "Remove" not in page.text
    client.post(address(link.survey), {"name": "Mine"})
    client.post(f"/admin/sharing/link/{link.pk}/remove/")
    assert list(SurveyLink.objects.all()) == [link]


def test_removing_needs_a_press_and_the_forms_a_token(officer, link):
    client = Client(enforce_csrf_checks=True)
    client.force_login(officer)
    assert client.get(f"/admin/sharing/link/{link.pk}/remove/").status_code == 405
    assert client.post(f"/admin/sharing/link/{link.pk}/remove/").status_code == 403
    assert client.post(address(link.survey), {"name": "Mine"}).status_code == 403
    assert list(SurveyLink.objects.all()) == [link]


def test_a_survey_that_is_not_there_has_no_links(client, officer, link):
    link.survey.unpublish()
    assert client.get(address(link.survey)).status_code == 404
    assert client.get("/admin/sharing/link/999999/poster/").status_code == 404


def test_the_survey_page_in_the_admin_leads_to_its_links(client, survey):
    client.force_login(make_officer())
    assert address(survey) in client.get(f"/admin/pages/{survey.pk}/edit/").text


def test_a_consultation_without_answers_by_links_has_no_table_of_them(client, officer):
    consultation = make_consultation()
    assert "By which link" not in client.get(f"/admin/analysis/{consultation.pk}/").text


def test_codes_have_no_sign_that_is_read_for_another():
    assert not set("01ILO") & set(ALPHABET)
    assert not set("AEIOU") & set(ALPHABET)
    assert as_code(" 7k-d3q ") == "7KD3Q"


def test_the_square_is_black_on_white_with_a_quiet_zone():
    svg = qr_svg("https://northdale.example/s/7KD3Q/")
    assert '"#000"' in svg and '"#fff"' in svg
    assert "M4 4.5h7" in svg
    assert qr_png_file("https://northdale.example/").startswith(b"\x89PNG")

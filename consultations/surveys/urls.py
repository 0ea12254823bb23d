"""The steps of the respondent's journey, by survey number: short, and free of the page tree's queries."""

from django.urls import path, register_converter

from consultations.surveys.views import answering, coming_back, paper, sending, sent, stopping
from engage.core.converters import RowNumber

register_converter(RowNumber, "row")

app_name = "surveys"
urlpatterns = [
    path("come-back/", coming_back.come_back, name="come_back"),
    path("come-back/<slug:token>/", coming_back.link, name="link"),
    path("code/", coming_back.code, name="code"),
    path("sent/", sent.find, name="find_sent"),
    path("deleted/", sent.deleted, name="deleted"),
    path("<row:survey_pk>/sent/", sent.show, name="sent"),
    path("<row:survey_pk>/delete/", sent.delete, name="delete"),
    path("<row:survey_pk>/who/", answering.who, name="who"),
    path("<row:survey_pk>/question/<slug:key>/", answering.question, name="question"),
    path("<row:survey_pk>/about-you/", answering.about, name="about"),
    path("<row:survey_pk>/check/", sending.check, name="check"),
    path("<row:survey_pk>/thank-you/", sending.thanks, name="thanks"),
    path("<row:survey_pk>/stopped/", stopping.stopped, name="stopped"),
    path("<row:survey_pk>/help/", sending.help_page, name="help"),
    path("<row:survey_pk>/paper/", paper.paper_copy, name="paper"),
    path("<row:survey_pk>/clear/", sending.clear, name="clear"),
]

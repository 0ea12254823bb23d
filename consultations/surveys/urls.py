"""The steps of the respondent's journey, by survey number: short, and free of the page tree's queries."""

from django.urls import path

from consultations.surveys.views import answering, sending

app_name = "surveys"
urlpatterns = [
    path("<int:survey_pk>/who/", answering.who, name="who"),
    path("<int:survey_pk>/question/<slug:key>/", answering.question, name="question"),
    path("<int:survey_pk>/about-you/", answering.about, name="about"),
    path("<int:survey_pk>/check/", sending.check, name="check"),
    path("<int:survey_pk>/thank-you/", sending.thanks, name="thanks"),
    path("<int:survey_pk>/stopped/", sending.stopped, name="stopped"),
    path("<int:survey_pk>/help/", sending.help_page, name="help"),
    path("<int:survey_pk>/clear/", sending.clear, name="clear"),
]

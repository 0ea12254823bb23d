"""The steps of the respondent's journey, by survey number: short, and free of the page tree's queries."""

urlpatterns = []
app_name = "surveys"

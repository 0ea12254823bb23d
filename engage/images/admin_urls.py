"""Addresses of our own views of pictures in the admin, below ``pictures/``."""

from django.urls import path

from engage.images.views.importing import ImportView
from engage.images.views.suggestions import suggestions

app_name = "pictures"
urlpatterns = [
    path("import/", ImportView.as_view(), name="import"),
    path("suggestions/", suggestions, name="suggestions"),
]

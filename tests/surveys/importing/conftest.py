"""An officer who imports answers to a survey of three questions."""

import pytest

from tests.builders import make_officer

from .officer import Importer, make_asked_survey


@pytest.fixture
def officer(client):
    officer = make_officer()
    client.force_login(officer)
    return officer


@pytest.fixture
def survey():
    return make_asked_survey()


@pytest.fixture
def importer(client, officer, survey):
    return Importer(client, survey)

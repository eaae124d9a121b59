"""People and publications every test of disclosure needs."""

import pytest

from tests.builders.disclosure import a_publication, the_people


@pytest.fixture(autouse=True)
def _pages_apart(settings, tmp_path):
    settings.PAGES_DIR = tmp_path / "pages"


@pytest.fixture
def people(db):
    return the_people()


@pytest.fixture
def pending(people):
    return a_publication(people)


@pytest.fixture
def prepared(people):
    return a_publication(people, state="prepared")


@pytest.fixture
def published(people):
    return a_publication(people, state="published")

"""A public site with something on it."""

import pytest

from tests.builders.disclosure import the_people


@pytest.fixture(autouse=True)
def _pages_apart(settings, tmp_path):
    settings.PAGES_DIR = tmp_path / "pages"


@pytest.fixture
def people(db):
    return the_people()

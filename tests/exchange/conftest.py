"""Who hands up, and what has been handed up."""

import pytest

from tests.builders import exchange as build
from tests.builders.disclosure import a_publication


@pytest.fixture
def people():
    return build.a_collector()


@pytest.fixture
def batch(people):
    a_publication(people, state="published")
    return build.a_handed_batch(people)

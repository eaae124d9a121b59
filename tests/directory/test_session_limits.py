"""A sign-in ends when nobody does anything for a while, sooner for administrators, and after half a day in any case."""

from datetime import timedelta

import pytest

from tests.builders.directory import an_account
from yangguang.kernel import clock

pytestmark = pytest.mark.django_db
ADMINISTRATOR, HANDLER = "system_administrator", "case_handler"


@pytest.fixture(autouse=True)
def _limits(settings):
    settings.IDLE_ADMINISTRATORS, settings.IDLE_OTHERS = timedelta(minutes=30), timedelta(minutes=120)
    settings.SIGNED_IN_AT_MOST = timedelta(hours=12)


def asked_at(client, *minutes):
    """What /desk/me answers so many minutes after the sign-in, one after the other."""
    start, found = clock.now(), []
    for minute in minutes:
        with clock.frozen(start + timedelta(minutes=minute)):
            found.append(client.get("/desk/me").status_code)
    return found


@pytest.mark.parametrize(
    ("role", "minutes", "answers"),
    [
        (ADMINISTRATOR, (0, 30, 60), [200, 200, 200]),
        (ADMINISTRATOR, (0, 31), [200, 302]),
        (HANDLER, (0, 120, 240), [200, 200, 200]),
        (HANDLER, (0, 121, 122), [200, 302, 302]),
        (HANDLER, (0, *range(60, 721, 60)), [200] * 13),
        (HANDLER, (0, *range(60, 721, 60), 721), [200] * 13 + [302]),
    ],
)
def test_sign_in_lasts_while_somebody_is_there_and_half_a_day_at_most(client, role, minutes, answers):
    client.force_login(an_account(role=role))
    assert asked_at(client, *minutes) == answers


def test_person_is_told_why_and_comes_back_to_the_same_page(client):
    client.force_login(an_account(role=HANDLER))
    client.get("/desk/me")
    with clock.frozen(clock.now() + timedelta(hours=3)):
        answer = client.get("/desk/me", follow=True)
    assert answer.redirect_chain[0][0].endswith("?next=/desk/me")
    assert "120分钟没有操作" in answer.content.decode()


def test_limits_of_a_site_are_its_own_settings():
    from config.settings.environment import Environment

    told = Environment()
    assert (told.idle_minutes_administrators, told.idle_minutes) == (30, 120)

"""The way into the desk."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.urls import reverse

from tests.builders.directory import PASSWORD, an_account, code_for, with_second_factor
from yangguang.base.models import LedgerEntry
from yangguang.directory import demo
from yangguang.directory.rules import totp
from yangguang.kernel import clock

pytestmark = pytest.mark.django_db
SIGN_IN = "directory:sign_in"


@pytest.fixture(autouse=True)
def _fresh_counters():
    cache.clear()


def give_password(client, account, password=PASSWORD, **more):
    return client.post(reverse(SIGN_IN), {"username": account.username, "password": password, **more})


def test_handler_signs_in_with_the_password_alone_and_leaves_a_line(client, county, is_signed_in):
    answer = give_password(client, county.handler)
    assert answer.url == "/desk/"
    assert is_signed_in()
    assert LedgerEntry.objects.filter(event="SignedIn", actor_ref=county.handler.actor_ref).count() == 1


def test_wrong_password_shows_one_message_for_every_cause(client, county, is_signed_in):
    first = give_password(client, county.handler, "wrong").content.decode()
    second = client.post(reverse(SIGN_IN), {"username": "nobody", "password": "wrong"}).content.decode()
    assert "账号或者密码不对" in first
    assert "账号或者密码不对" in second
    assert not is_signed_in()


def test_head_needs_the_code_after_the_password(client, county, is_signed_in):
    head = with_second_factor(county.head)
    assert give_password(client, head).url == reverse("directory:second_factor")
    assert not is_signed_in()
    assert "验证码不对" in client.post(reverse("directory:second_factor"), {"code": "000000"}).content.decode()
    assert client.post(reverse("directory:second_factor"), {"code": code_for(head)}).url == "/desk/"
    assert is_signed_in()


def test_code_page_without_a_password_before_it_goes_back_to_the_beginning(client, county):
    with_second_factor(county.head)
    assert client.get(reverse("directory:second_factor")).url == reverse(SIGN_IN)


def test_half_a_sign_in_is_forgotten_after_ten_minutes(client, county):
    give_password(client, with_second_factor(county.head))
    with clock.frozen(clock.now() + timedelta(minutes=11)):
        assert client.get(reverse("directory:second_factor")).url == reverse(SIGN_IN)


def test_head_without_an_authenticator_binds_one_before_getting_in(client, county, is_signed_in):
    assert give_password(client, county.head).url == reverse("directory:first_code")
    page = client.get(reverse("directory:first_code")).content.decode()
    assert "data:image/svg+xml" in page
    assert not is_signed_in()
    secret = client.session["new_authenticator"]
    code = totp.code_at(secret, totp.step_at(clock.now()))
    assert client.post(reverse("directory:first_code"), {"code": code}).url == "/desk/"
    assert is_signed_in()


def test_authenticator_cannot_be_bound_anew_with_the_password_alone(client, county):
    give_password(client, with_second_factor(county.head))
    assert client.get(reverse("directory:first_code")).url == reverse(SIGN_IN)
    assert client.get(reverse("directory:first_password")).url == reverse(SIGN_IN)


def test_password_given_by_the_administrator_is_changed_before_getting_in(client, is_signed_in):
    account = an_account(role="case_handler", must_change_password=True)
    assert give_password(client, account).url == reverse("directory:first_password")
    assert not is_signed_in()
    new = {"current": PASSWORD, "password": "quiet-river-2027", "again": "quiet-river-2026"}
    assert "两次输入的新密码不一样" in client.post(reverse("directory:first_password"), new).content.decode()
    assert client.post(reverse("directory:first_password"), new | {"again": "quiet-river-2027"}).url == "/desk/"
    assert is_signed_in()


@pytest.mark.parametrize(
    ("wanted", "goes"), [("/desk/bodies", "/desk/bodies"), ("https://evil.example/", "/desk/"), ("//evil", "/desk/")]
)
def test_sign_in_goes_where_the_person_wanted_and_never_to_a_foreign_site(client, county, wanted, goes):
    assert give_password(client, county.handler, next=wanted).url == goes


def test_sixth_try_after_five_wrong_passwords_is_locked_out(client, county, settings, is_signed_in):
    settings.AXES_ENABLED = True
    for _ in range(4):
        give_password(client, county.handler, "wrong")
    assert give_password(client, county.handler, "wrong").status_code == 429
    assert give_password(client, county.handler).status_code == 429
    assert not is_signed_in()


def test_wrong_codes_count_towards_the_same_lock_out(client, county, settings):
    settings.AXES_ENABLED = True
    head = with_second_factor(county.head)
    give_password(client, head)
    answers = [client.post(reverse("directory:second_factor"), {"code": "000000"}).status_code for _ in range(5)]
    assert answers == [200, 200, 200, 200, 429]


def test_demo_accounts_are_offered_with_password_and_code_and_one_click_signs_in(
    client, settings, county, is_signed_in
):
    settings.DEMO = True
    head = with_second_factor(an_account(role="publisher", body=county.bureau))
    head.set_password(demo.PASSWORD)
    head.save()
    page = client.get(reverse(SIGN_IN)).content.decode()
    assert demo.PASSWORD in page
    assert demo.current_code(head) in page
    assert client.post(reverse(SIGN_IN), {"demo_account": head.username}).url == "/desk/"
    assert is_signed_in()


def test_third_click_on_a_demo_account_within_half_a_minute_is_told_how_long_to_wait(
    client, settings, county, is_signed_in
):
    settings.DEMO = True
    head = with_second_factor(an_account(role="publisher", body=county.bureau))
    head.set_password(demo.PASSWORD)
    head.save()
    begins = clock.now().replace(second=30, microsecond=0)

    def click(after):
        with clock.frozen(begins + timedelta(seconds=after)):
            answer = client.post(reverse(SIGN_IN), {"demo_account": head.username})
            went_in = is_signed_in()
            client.logout()
        return went_in or answer.content.decode()

    assert click(31) is True
    assert click(36) is True
    words = f"{head.name}的验证码刚才已经用过，每个验证码只能用一次。请 20 秒后再点"
    assert words in click(40)
    assert words.replace("20 秒", "1 秒") in click(59)
    assert click(60) is True


def test_demo_offers_a_second_publisher_because_one_may_not_release_alone(settings, county):
    settings.DEMO = True
    names = [an_account(role="publisher", body=county.bureau).username for _ in range(3)]
    an_account(role="archivist", body=county.bureau)
    offered = [row["username"] for row in demo.rows()]
    assert [name for name in names if name in offered] == names[:2]
    assert sum("档案员" in row["role"] for row in demo.rows()) == 1


def test_demo_accounts_do_not_exist_in_production(client, county, is_signed_in):
    account = an_account(role="publisher", body=county.bureau)
    account.set_password(demo.PASSWORD)
    account.save()
    page = client.get(reverse(SIGN_IN)).content.decode()
    assert "演示" not in page
    assert demo.PASSWORD not in page
    client.post(reverse(SIGN_IN), {"demo_account": account.username})
    assert not is_signed_in()


def test_person_signs_out_by_the_button(client, county, is_signed_in):
    client.force_login(county.handler)
    client.get(reverse("directory:sign_out"))
    assert is_signed_in()
    client.post(reverse("directory:sign_out"))
    assert not is_signed_in()


def test_stored_password_is_argon2_in_production():
    from config.settings import base

    assert base.PASSWORD_HASHERS[0].endswith("Argon2PasswordHasher")

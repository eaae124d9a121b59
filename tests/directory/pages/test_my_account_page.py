"""我的."""

import pytest
from django.urls import reverse

from tests.builders.directory import PASSWORD, an_officer, with_second_factor
from yangguang.directory.rules import totp
from yangguang.kernel import clock

pytestmark = pytest.mark.django_db


def test_person_sees_own_roles_certificates_and_acts(client, county):
    officer = an_officer(body=county.bureau, named="王海涛")
    client.force_login(officer.account)
    page = client.get(reverse("directory:my_account")).content.decode()
    assert "承办人" in page
    assert officer.certificates.get().number in page


def test_person_changes_the_password_and_stays_signed_in(client, county, is_signed_in):
    client.force_login(county.handler)
    new = {"current": PASSWORD, "password": "quiet-river-2027", "again": "quiet-river-2027"}
    assert client.post(reverse("directory:change_password"), new).url == reverse("directory:my_account")
    assert is_signed_in()


def test_wrong_present_password_is_told_beside_its_field(client, county):
    client.force_login(county.handler)
    new = {"current": "wrong", "password": "quiet-river-2027", "again": "quiet-river-2027"}
    assert "现在的密码不对" in client.post(reverse("directory:change_password"), new).content.decode()


def test_person_binds_an_authenticator_once(client, county):
    client.force_login(county.handler)
    address = reverse("directory:bind_authenticator")
    client.get(address)
    code = totp.code_at(client.session["new_authenticator"], totp.step_at(clock.now()))
    assert client.post(address, {"code": code}).url == reverse("directory:my_account")
    assert client.get(address).url == reverse("directory:my_account")


def test_bound_secret_is_never_shown_again(client, county):
    account = with_second_factor(county.handler)
    client.force_login(account)
    assert account.totp_secret not in client.get(reverse("directory:my_account")).content.decode()

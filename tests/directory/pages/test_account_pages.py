"""Accounts and roles on screen."""

import pytest
from django.urls import reverse

from tests.builders.directory import PASSWORD, an_account, with_second_factor
from yangguang.directory.models import Account

pytestmark = pytest.mark.django_db


def address(name, account):
    return reverse(f"directory:{name}", args=[account.public_id])


def test_system_administrator_opens_locks_and_unlocks_accounts(client, county):
    client.force_login(county.system)
    given = {"body": county.bureau.public_id, "name": "吴萍", "username": "wuping", "password": PASSWORD}
    client.post(reverse("directory:open_account"), given)
    account = Account.objects.get(username="wuping")
    assert account.must_change_password
    for act, stands in (("lock", False), ("unlock", True)):
        assert client.post(address(act, account), {"reason": "借调"}).status_code == 302
        account.refresh_from_db()
        assert account.is_active is stands
    assert client.post(address("password", account), {"password": "quiet-river-2027"}).status_code == 302


def test_security_administrator_gives_and_takes_roles(client, county):
    client.force_login(county.security)
    account = an_account(body=county.bureau)
    given = {"role": "publisher", "starts_on": "2026-11-18", "basis": "示人社任〔2026〕3号"}
    assert client.post(address("appoint", account), given).status_code == 302
    account.forget_standing()
    assert account.holds("publisher")
    given = {"role": "publisher", "last_day": "2026-11-18", "reason": "轮岗"}
    assert client.post(address("end_appointment", account), given).status_code == 302
    assert account.appointments.get().ends_on is not None


def test_security_administrator_resets_a_lost_authenticator(client, county):
    client.force_login(county.security)
    account = with_second_factor(county.handler)
    assert client.post(address("reset_code", account), {"reason": "手机遗失"}).status_code == 302
    account.refresh_from_db()
    assert account.totp_secret == ""


def test_role_that_excludes_another_is_refused_on_the_form(client, county):
    client.force_login(county.security)
    given = {"role": "system_administrator", "starts_on": "2026-11-18", "basis": "任命"}
    page = client.post(address("appoint", county.handler), given).content.decode()
    assert "管理员不能兼任业务角色" in page


@pytest.mark.parametrize("act", ["appoint", "end_appointment", "reset_code"])
def test_system_administrator_finds_no_door_to_roles(client, county, act):
    client.force_login(county.system)
    assert client.get(address(act, county.handler)).status_code == 403


@pytest.mark.parametrize("role", ["case_handler", "agency_head", "supervisor", "audit_administrator"])
def test_list_of_accounts_is_closed_to_everybody_else(client, county, role):
    client.force_login(an_account(role=role, body=county.justice))
    refused = client.get(reverse("directory:accounts"))
    assert refused.status_code == 403
    assert "“账号与角色”由这些岗位办理：<strong>系统管理员、安全管理员</strong>" in refused.content.decode()
    assert "请安全管理员授予相应角色" in refused.content.decode()


def test_administrator_of_one_body_finds_no_account_of_another(client, county):
    client.force_login(an_account(role="system_administrator", body=county.other))
    assert client.get(address("account", county.handler)).status_code == 404


def test_accounts_are_filtered_by_role_and_leave_as_xlsx(client, county):
    client.force_login(county.system)
    page = client.get(reverse("directory:accounts"), {"role": "agency_head"}).content.decode()
    assert county.head.name in page
    assert county.handler.username not in page
    answer = client.get(reverse("directory:accounts"), {"role": "agency_head", "format": "xlsx"})
    assert answer.content.startswith(b"PK")


def test_account_page_never_shows_password_or_secret(client, county):
    account = with_second_factor(county.handler)
    client.force_login(county.system)
    page = client.get(address("account", account)).content.decode()
    assert account.totp_secret not in page
    assert account.password not in page


def test_system_administrator_puts_an_account_right(client, county):
    client.force_login(county.system)
    place = address("account", county.handler)
    assert "更正资料" in client.get(place).content.decode()
    form = client.get(address("change_account", county.handler)).content.decode()
    assert f'value="{county.handler.name}"' in form
    answer = client.post(address("change_account", county.handler), {"name": "陈力", "post": "科员"})
    assert answer.url == place
    assert "陈力：姓名、职务" in client.get(place).content.decode()

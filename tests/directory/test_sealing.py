"""Secrets of authenticators lie sealed in the database; without the key nobody is let in, and no new key is made quietly."""

import importlib
import stat

import pytest
from django.apps import apps
from django.db import connection
from django.urls import reverse

from tests.builders.directory import PASSWORD, an_account, code_for, with_second_factor
from yangguang.directory import sealing
from yangguang.directory.models import Account
from yangguang.directory.use_cases.reauthenticate import reauthenticate
from yangguang.kernel.refusal import Refused

pytestmark = pytest.mark.django_db
key_of_secrets = importlib.import_module("yangguang.directory.migrations.0002_key_of_secrets")


@pytest.fixture
def head():
    return with_second_factor(an_account(role="agency_head"))


@pytest.fixture
def no_key(settings, tmp_path):
    def lose():
        settings.SEAL_KEY_FILE = tmp_path / "seal_key"
        return settings.SEAL_KEY_FILE

    return lose


def kept(account):
    with connection.cursor() as cursor:
        cursor.execute("SELECT totp_sealed FROM directory_account WHERE id = %s", [account.pk])
        return cursor.fetchone()[0]


def test_database_holds_no_secret_that_makes_codes(head):
    assert head.totp_secret
    assert head.totp_secret not in kept(head)
    assert Account.objects.get(pk=head.pk).totp_secret == head.totp_secret


def test_key_is_readable_by_its_owner_only(no_key):
    path = no_key()
    sealing.make_key()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    key = path.read_bytes()
    sealing.make_key()
    assert path.read_bytes() == key


def test_sign_in_without_the_key_is_refused_in_words(client, head, no_key):
    code, path = code_for(head), no_key()
    client.post(reverse("directory:sign_in"), {"username": head.username, "password": PASSWORD})
    answer = client.post(reverse("directory:second_factor"), {"code": code})
    assert "密钥文件不在" in answer.content.decode()
    assert "_auth_user_id" not in client.session
    assert not path.exists()


def test_act_without_the_key_or_with_another_key_is_refused(head, no_key):
    code = code_for(head)
    no_key()
    with pytest.raises(Refused, match="密钥文件不在"):
        reauthenticate(head, code, purpose="decide")
    sealing.make_key()
    with pytest.raises(Refused, match="与数据不符"):
        reauthenticate(head, code, purpose="decide")


def test_upgrade_of_a_site_that_lost_its_key_makes_no_new_one(no_key, head):
    path = no_key()
    key_of_secrets.make_key(apps, None)
    assert not path.exists()
    Account.objects.update(totp_sealed="")
    key_of_secrets.make_key(apps, None)
    assert path.exists()

"""A receipt that is not taken in is told to the publishers of the body whose batch it names, and to nobody else; what names no
batch to those who run the site."""

import json

import pytest

from tests.builders import exchange as build
from tests.builders.directory import a_body, an_account
from yangguang.directory.rules.roles import Role
from yangguang.exchange import folders
from yangguang.exchange.plugs import take_waiting_receipts

pytestmark = [pytest.mark.django_db(databases=["default", "public"]), pytest.mark.duty("D22")]
LIST = "/desk/upward/"


@pytest.fixture
def other():
    body = a_body(named="邻县人力资源和社会保障局", mark="邻人社")
    body.credit_code = "11990101MB0000026X"
    body.save(update_fields=["credit_code"])
    return build.a_collector(body)


def brought(**files):
    folders.inbox().mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folders.inbox() / f"{name}.json").write_bytes(content)
    take_waiting_receipts()


def page(client, account, address=LIST):
    client.force_login(account)
    return client.get(address).content.decode()


def test_publishers_of_the_body_whose_batch_it_names_are_told_and_no_others(people, other, batch, client):
    brought(fremd=build.a_receipt(batch, manifest="0" * 64))
    told = page(client, people.first)
    assert "fremd.json" in told
    assert "答复的不是这一批" in told
    assert "fremd.json" not in page(client, other.first)
    assert "fremd.json" not in page(client, people.head)
    assert "没有收下的回执" in page(client, people.second, "/desk/")
    assert "没有收下的回执" not in page(client, other.second, "/desk/")


def test_rows_nobody_understands_do_not_hide_whose_it_is(people, batch, client):
    told = json.loads(build.a_receipt(batch))
    told["rows"][0]["result"] = "vielleicht"
    brought(unklar=json.dumps(told).encode())
    assert "unklar.json" in page(client, people.first)


def test_what_names_no_batch_is_told_to_system_administrators_only(people, batch, client):
    keeper = an_account(role=Role.SYSTEM_ADMINISTRATOR, body=people.body)
    brought(kaputt=b"{", leer=b"", niemand=build.a_receipt(batch).replace(batch.code.encode(), b"b-1"))
    told = page(client, keeper, "/desk/jobs/")
    assert all(f"{name}.json" in told for name in ("kaputt", "leer", "niemand"))
    assert "看不出属于哪个机关的回执" in page(client, keeper, "/desk/")
    for account in (people.first, people.head):
        assert "没有收下" not in page(client, account)
        assert "看不出属于哪个机关的回执" not in page(client, account, "/desk/")


def test_without_any_the_pages_say_nothing_of_them(people, batch, client):
    brought(gut=build.a_receipt(batch))
    assert "没有收下" not in page(client, people.first)
    assert "没有收下" not in page(client, an_account(role=Role.SYSTEM_ADMINISTRATOR, body=people.body), "/desk/jobs/")

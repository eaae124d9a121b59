"""`yangguang found`: the first administrators of an empty site."""

import argparse
import json

import pytest

from yangguang.base.commands import init
from yangguang.base.commands.terminal import NotReady
from yangguang.desk.today.administration import what_the_site_lacks
from yangguang.directory.commands import found
from yangguang.directory.models import Account, Body

pytestmark = pytest.mark.django_db
ARGUMENTS = argparse.Namespace(
    json=True, government="某县人民政府", authority="某县司法局", region="某县", region_code="990102"
)


@pytest.fixture(autouse=True)
def _prepared(monkeypatch):
    """The test database is prepared already."""
    monkeypatch.setattr(init, "prepare", lambda **_: None)


def test_founded_site_has_three_separate_administrators_who_must_change_their_passwords(capsys):
    found.run(ARGUMENTS)
    told = json.loads(capsys.readouterr().out)["accounts"]
    assert set(told) == {"xitong", "anquan", "shenji"}
    for account in Account.objects.order_by("pk"):
        assert account.check_password(told[account.username])
        assert account.must_change_password
        assert len(account.role_names) == 1
    assert Body.objects.get(name="某县司法局").supervises


def test_founding_a_site_that_has_people_is_refused():
    found.run(ARGUMENTS)
    with pytest.raises(NotReady, match="不能再次启用"):
        found.run(ARGUMENTS)


def test_bodies_of_a_region_with_a_long_name_are_founded_with_different_marks():
    told = {"government": "示范自治县人民政府", "authority": "示范自治县司法局", "region": "示范自治县"}
    found.run(argparse.Namespace(**(vars(ARGUMENTS) | told)))
    assert set(Body.objects.values_list("mark", flat=True)) == {"示范自治县人", "示范自治县司"}


def test_first_thing_the_system_administrator_is_told_is_to_fill_in_the_two_bodies():
    found.run(ARGUMENTS)
    system = Account.objects.get(username="xitong")
    assert [row.what for row in what_the_site_lacks(system)][:2] == [
        "补全某县人民政府的登记",
        "补全某县司法局的登记",
    ]

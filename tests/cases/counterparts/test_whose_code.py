"""A code that stands for another name is asked about, so that a slip at the door renames nobody."""

import pytest
from django.urls import reverse

from tests.builders import summary as build
from tests.builders.cases import a_credit_code, officers_of
from yangguang.cases.counterparts import known_otherwise
from yangguang.cases.models import Case, Counterpart
from yangguang.kernel import clock

pytestmark = pytest.mark.django_db
FIRST, SECOND = "示范县好味餐饮有限公司", "示范县城南小吃店"
QUESTION = f"这个代码登记的是“{FIRST}”。填错的，请改正代码；确是同一单位的，请勾选。"


@pytest.fixture
def met(client):
    """Somebody at the door, as an officer types it: the first one stands in the register already."""
    with clock.frozen(clock.beijing(build.MET, 12)):
        body = build.a_summary_agency()
        client.force_login(build.actor_of(body))

        def met(name, **more):
            typed = {
                "officers": [one.public_id for one in officers_of(body)], "certificate_shown": "on",
                "party_kind": "organisation", "party_name": name, "party_code": a_credit_code(701),
                "address": "示范县人民路12号", "violation_code": "LD-01", "place": "后厨", "began_on": "2026-04-01",
                "found": "安排3名劳动者超时加班。", "facts_certain": "on", "occurred_at": "2026-05-08T12:00",
            } | more  # fmt: skip
            return client.post(reverse("cases:begin_on_the_spot"), typed)

        assert met(FIRST).status_code == 302
        yield met


def test_another_name_is_asked_about_and_renames_nobody(met):
    page = met(SECOND).content.decode()
    assert QUESTION in page
    assert f"就是“{FIRST}”，名称已经变更或者写法不同" in page
    assert SECOND in page
    assert Case.objects.count() == 1
    assert Counterpart.objects.get().name == FIRST


def test_who_says_it_is_the_same_one_goes_on_under_the_new_name_and_is_not_asked_again(met):
    assert met(SECOND, same_party="on").status_code == 302
    assert Counterpart.objects.get().name == SECOND
    assert met(FIRST).status_code == 302
    assert Case.objects.count() == 3


def test_same_name_and_an_unknown_or_wrong_code_are_no_question(met):
    assert known_otherwise(FIRST, a_credit_code(701)) == known_otherwise(f" {FIRST} ", a_credit_code(701)) == ""
    assert known_otherwise(SECOND, a_credit_code(702)) == known_otherwise(SECOND, "91990101MA6000701X") == ""
    assert known_otherwise(SECOND, a_credit_code(701).lower()) == FIRST
    assert 'name="same_party"' not in met(FIRST, found="").content.decode()


@pytest.mark.parametrize(
    ("page", "name", "code"),
    [("cases:register_lead", "employer_name", "employer_code"), ("cases:register_counterpart", "name", "code")],
)
def test_other_forms_that_take_a_code_ask_as_well(met, client, page, name, code):
    typed = {name: SECOND, code: a_credit_code(701), "kind": "organisation", "source": "complaint"}
    assert QUESTION in client.post(reverse(page), typed).content.decode()

"""Every public page may be objected to: it reaches the publishers of the body, who may say it is put right once it is."""

import re

import pytest
from django.urls import reverse

from tests.builders.directory import a_body, an_account, an_entrustment, an_officer
from tests.builders.disclosure import deliver
from tests.builders.samples import SAMPLES
from tests.builders.standing import approved, officer_taken_back, proposed, taken_back
from yangguang.base.models import LedgerEntry
from yangguang.bulletin.api import letter_by_receipt, put_list, thing_of
from yangguang.disclosure import letter_box
from yangguang.disclosure.models import Objection, StandingPublication
from yangguang.disclosure.rules.standing import ChangeKind
from yangguang.disclosure.use_cases.answer_objection import answer_objection
from yangguang.kernel import chance, clock
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.duty("D16"), pytest.mark.clause("GIR-2019:41")]
TYPED = {
    "relation": "concerned",
    "wrong": "有一处写错了",
    "wanted": "请核实",
    "name": "卢志远",
    "contact": "13900001111",
}
PAGES = {
    "notice": ("decisions", "执法决定"), "public_list": ("lists", "清单"), "public_officer": ("officers", "执法人员公示信息"),
    "public_report": ("annual-reports", "统计年报"), "public_guide": ("guides", "服务指南"),
    "public_flowchart": ("flowcharts", "执法流程图"), "public_body": ("bodies", "执法机关公示信息"),
}  # fmt: skip


@pytest.fixture
def body():
    return a_body(named="示范县人力资源和社会保障局")


def objected(client, ref):
    """Typed into the form that the page leads to, and taken over by the desk."""
    letter_box.announce_key()
    page = client.get(f"/correction/?n={ref}").content.decode()
    once = re.search(r'name="once" value="([a-z2-7]{26})"', page)[1]
    assert client.post("/correction/", TYPED | {"n": ref, "once": once}).status_code == 302
    letter_box.collect()
    return Objection.objects.order_by("-pk").first()


def answered(objection, actor, outcome):
    return answer_objection(
        objection_id=objection.pk, outcome=outcome, reply="已经核实。", actor=actor, at=Moment.now()
    )


def publisher_of(body):
    return an_account(role="publisher", body=body)


@pytest.mark.parametrize("kind", PAGES)
def test_every_public_page_leads_to_the_form_and_the_letter_to_the_publishers_of_its_body(client, body, kind):
    (part, label), ref = PAGES[kind], SAMPLES[kind](body, "")["ref"]
    assert f"/correction/?n={ref}" in client.get(f"/{part}/{ref}").content.decode()
    objection = objected(client, ref)
    assert (objection.body, objection.get_about_display(), objection.about_ref) == (body, label, ref)
    receipt = client.get(f"/correction/receipt/?r={objection.receipt}").content.decode()
    assert f'href="/{part}/{ref}"' in receipt
    client.force_login(publisher_of(body))
    page = client.get(reverse("disclosure:objection", args=[objection.public_id])).content.decode()
    assert "有一处写错了" in page
    assert "13900001111" in page
    assert objection.receipt in client.get(reverse("disclosure:objections")).content.decode()


def test_list_of_draws_and_comparison_lead_to_the_form(client, body):
    ref = SAMPLES["public_list"](body, "")["ref"]
    assert f"/correction/?n={ref}" in client.get(f"/lists/{ref}/compare").content.decode()
    put_list(
        "d" * 26, list_kind="random_inspection", list_label="抽查事项", body_ref=body.public_id, body_name=body.name,
        title="随机抽查事项清单", columns=[{"name": "item", "label": "事项"}], rows=[], in_force_from=clock.today(),
        on=clock.today(),
    )  # fmt: skip
    assert f"/correction/?n={'d' * 26}" in client.get("/draws/").content.decode()


@pytest.mark.parametrize("kind", ["wage_arrears_sanctions", "major_labour_violations"])
def test_sanctions_are_corrected_only_once_the_list_says_something_else(client, body, kind):
    def told(party):
        put_list(
            "e" * 26, list_kind=kind, list_label="名单", body_ref=body.public_id, body_name=body.name, title="名单",
            columns=[{"name": "party", "label": "单位"}], rows=[{"code": "1", "cells": {"party": party}}],
            in_force_from=clock.today(), on=clock.today(),
        )  # fmt: skip

    told("甲公司")
    assert f"/correction/?n={'e' * 26}" in client.get(f"/lists/{'e' * 26}").content.decode()
    objection, publisher = objected(client, "e" * 26), publisher_of(body)
    told("甲公司")
    with pytest.raises(Refused, match="还没有发布更正"):
        answered(objection, publisher, "corrected")
    told("甲有限公司")
    assert answered(objection, publisher, "corrected").outcome == "corrected"
    deliver()
    assert letter_by_receipt(objection.receipt).outcome == "已更正"


def test_list_is_corrected_or_taken_back_before_it_is_said_to_be(client, body):
    ref = SAMPLES["public_list"](body, "")["ref"]
    standing = StandingPublication.objects.get(ref=ref)
    first, second = objected(client, ref), objected(client, ref)
    publisher = publisher_of(body)
    with pytest.raises(Refused, match="还没有发布更正"):
        answered(first, publisher, "corrected")
    old = standing.copy["rows"][0]["cells"]["violation"]
    approved(proposed(standing, ChangeKind.CORRECT, replacements=[(old, f"{old}（更正）")]))
    assert answered(first, publisher, "corrected").outcome == "corrected"
    with pytest.raises(Refused, match="还没有撤回"):
        answered(second, publisher, "withdrawn")
    standing.refresh_from_db()
    taken_back(standing)
    assert answered(second, publisher, "withdrawn").outcome == "withdrawn"
    assert f"/correction/?n={ref}" in client.get(f"/lists/{ref}").content.decode()


def test_officer_is_named_in_no_letter_and_no_record_and_the_entrusting_body_answers(client, body):
    brigade = a_body(named="示范县劳动保障监察大队", mark="示监", under=body)
    an_entrustment(entrusting=body, entrusted=brigade)
    officer = an_officer(body=brigade, named="王海涛")
    deliver()
    objection = objected(client, officer.public_id)
    assert objection.body == body
    assert letter_by_receipt(objection.receipt).number == "执法人员公示信息"
    assert "王海涛" not in str(LedgerEntry.objects.get(event="ObjectionReceived").facts)
    with pytest.raises(Refused, match="只有本机关的公示员"):
        answered(objection, publisher_of(brigade), "elsewhere")
    assert answered(objection, publisher_of(body), "elsewhere").outcome == "elsewhere"


def test_letter_about_an_officer_who_left_meanwhile_is_taken_all_the_same(client, body):
    officer = an_officer(body=body, named="王海涛")
    deliver()
    officer_taken_back(officer)
    objection = objected(client, officer.public_id)
    assert thing_of(officer.public_id).shown == "执法人员公示信息"
    assert answered(objection, publisher_of(body), "withdrawn").outcome == "withdrawn"


def test_other_bodies_see_nothing_of_it_and_the_supervisor_reads_without_who_asked(client):
    county = a_body(named="示范县人民政府", mark="示政")
    bureau = a_body(named="示范县司法局", mark="示司", under=county, supervises=True)
    body = a_body(named="示范县人力资源和社会保障局", under=county)
    objection = objected(client, SAMPLES["public_list"](body, "")["ref"])
    address = reverse("disclosure:objection", args=[objection.public_id])
    client.force_login(publisher_of(a_body(named="示范县水利局", mark="示水", under=county)))
    assert client.get(address).status_code == 404
    assert objection.receipt not in client.get(reverse("disclosure:objections")).content.decode()
    client.force_login(an_account(role="supervisor", body=bureau))
    page = client.get(address).content.decode()
    assert "有一处写错了" in page
    assert "13900001111" not in page


def test_answer_about_a_list_tells_no_number_and_nobody_who_asked(client, body):
    objection = objected(client, SAMPLES["public_list"](body, "")["ref"])
    for reply in ("请打13900001111。", "卢志远所说不实。"):
        with pytest.raises(Refused, match="不能含有"):
            answer_objection(objection_id=objection.pk, outcome="elsewhere", reply=reply, actor=publisher_of(body),
                             at=Moment.now())  # fmt: skip


@pytest.mark.parametrize("ref", ["a" * 26, chance.public_id()], ids=["no name", "a name of nothing"])
def test_what_never_was_public_has_no_form(client, ref):
    letter_box.announce_key()
    assert 'name="once"' not in client.get(f"/correction/?n={ref}").content.decode()

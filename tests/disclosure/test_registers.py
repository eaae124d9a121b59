"""Bodies, officers and adopted lists reach the public store by themselves."""

from datetime import date, timedelta

import pytest

from tests.builders.catalogues import an_adopted_edition
from tests.builders.directory import a_body, a_certificate, an_entrustment, an_officer
from tests.builders.disclosure import deliver
from tests.builders.standing import released
from yangguang.base.events import SYSTEM
from yangguang.bulletin.api import (
    PublicBody,
    PublicList,
    PublicOfficer,
    list_files,
    officer_by_number,
    officers_found,
    pages_on_disk,
)
from yangguang.directory.use_cases.deregister_certificate import deregister_certificate
from yangguang.directory.use_cases.leave_post import leave_post
from yangguang.directory.use_cases.suspend_certificate import suspend_certificate
from yangguang.disclosure.plugs.people import forget_those_who_left
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment

pytestmark = pytest.mark.django_db


def test_body_is_public_with_its_published_entrustments():
    body = a_body()
    an_entrustment(entrusting=body)
    deliver()
    public = PublicBody.objects.get(ref=body.public_id)
    assert ["投诉举报电话", "0000-1234567"] in public.columns
    assert ["办公时间", "工作日 8:30—12:00，14:00—17:30"] in public.columns
    (one,) = public.entrustments
    assert (one["matters"], one["powers"]) == (["拖欠工资"], "检查、调查，并以委托机关名义实施处罚。")
    assert one["where"] == "https://www.sfx.example/wt"


def test_officer_is_public_with_the_state_of_each_certificate():
    officer = an_officer(named="王海涛")
    suspend_certificate(certificate=officer.certificates.get(), reason="接受调查", actor=SYSTEM, at=Moment.now())
    deliver()
    public = PublicOfficer.objects.get(ref=officer.public_id)
    assert (public.name, public.certificates[0]["state"]) == ("王海涛", "suspended")
    assert "接受调查" not in str(vars(public))


@pytest.mark.duty("D07")
def test_officer_who_left_is_taken_out_of_the_register():
    officer, colleague = an_officer(), an_officer()
    deliver()
    leave_post(officer=officer, left_on=date(2026, 11, 1), actor=SYSTEM, at=Moment.now())
    deliver()
    assert list(PublicOfficer.objects.values_list("ref", flat=True)) == [colleague.public_id]
    assert officer_by_number(officer.certificates.get().number) is None


def test_act_upon_the_certificate_of_somebody_who_left_does_not_bring_them_back():
    officer = an_officer()
    leave_post(officer=officer, left_on=date(2026, 11, 1), actor=SYSTEM, at=Moment.now())
    deregister_certificate(certificate=officer.certificates.get(), reason="离岗", actor=SYSTEM, at=Moment.now())
    deliver()
    assert not PublicOfficer.objects.exists()


def test_officer_who_leaves_later_stays_until_the_day():
    officer = an_officer()
    leaves_on = clock.today() + timedelta(days=2)
    leave_post(officer=officer, left_on=leaves_on, actor=SYSTEM, at=Moment.now())
    deliver()
    assert forget_those_who_left() == 0
    assert PublicOfficer.objects.get(ref=officer.public_id).left_on == leaves_on
    with clock.frozen(clock.beijing(leaves_on, 9)):
        assert forget_those_who_left() == 1
        assert forget_those_who_left() == 0
    assert not PublicOfficer.objects.exists()


def test_lists_of_officers_and_their_files_lose_who_left():
    officer, colleague = an_officer(named="王海涛"), an_officer(named="赵文斌")
    deliver()
    PublicList.objects.create(
        ref="a" * 26, list_kind="officers", list_label="行政执法人员资格清单", body_ref="b", body_name="机关", title="清单",
        columns=[{"name": "name", "label": "姓名"}, {"name": "number", "label": "证件编号"}],
        rows=[_row(officer), _row(colleague)], in_force_from=date(2026, 1, 1), published_on=date(2026, 1, 1),
    )  # fmt: skip
    list_files.put_files("a" * 26)
    leave_post(officer=officer, left_on=date(2026, 11, 1), actor=SYSTEM, at=Moment.now())
    deliver()
    assert [row["cells"]["name"] for row in PublicList.objects.get().rows] == ["赵文斌"]
    told = pages_on_disk.list_file_of("a" * 26, "csv").read_text()
    assert "赵文斌" in told
    assert "王海涛" not in told


def test_every_number_of_an_officer_finds_them_and_no_part_of_one_does():
    officer = an_officer(with_certificate=False)
    numbers = [f"示执〔2026〕{one:032d}" for one in range(8)]
    for number in numbers:
        a_certificate(officer, number=number)
    deliver()
    for number in numbers:
        found, certificate = officer_by_number(number)
        assert (found.ref, certificate["certificate_number"]) == (officer.public_id, number)
        assert officers_found(number=number).get() == found
    assert officer_by_number("示执2026" + "0" * 31 + "7")[1]["certificate_number"] == numbers[7]
    assert officer_by_number(numbers[7][:-1]) is None
    assert officer_by_number("") is None


def _row(officer):
    number = officer.certificates.get().number
    return {"code": number, "cells": {"name": officer.name, "number": number}}


def test_adopted_list_is_public_and_its_predecessor_is_closed():
    first = an_adopted_edition()
    released(first)
    public = PublicList.objects.get(ref=first.public_id)
    assert public.rows[0]["cells"]
    assert public.superseded_from is None
    an_adopted_edition(body=first.body, from_day=date(2026, 6, 1), version="2026年第2版")
    deliver()
    public.refresh_from_db()
    assert public.superseded_from == date(2026, 6, 1)

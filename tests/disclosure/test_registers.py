"""Bodies, officers and adopted lists reach the public store by themselves."""

from datetime import date

import pytest

from tests.builders.catalogues import an_adopted_edition
from tests.builders.directory import a_body, an_entrustment, an_officer
from tests.builders.disclosure import deliver
from yangguang.base.events import SYSTEM
from yangguang.bulletin.api import PublicBody, PublicList, PublicOfficer
from yangguang.directory.use_cases.leave_post import leave_post
from yangguang.directory.use_cases.suspend_certificate import suspend_certificate
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


def test_officer_who_left_stays_findable_and_says_so():
    officer = an_officer()
    leave_post(officer=officer, left_on=date(2026, 11, 1), actor=SYSTEM, at=Moment.now())
    deliver()
    assert PublicOfficer.objects.get(ref=officer.public_id).left_on == date(2026, 11, 1)


def test_adopted_list_is_public_and_its_predecessor_is_closed():
    first = an_adopted_edition()
    deliver()
    public = PublicList.objects.get(ref=first.public_id)
    assert public.rows[0]["cells"]
    assert public.superseded_from is None
    an_adopted_edition(body=first.body, from_day=date(2026, 6, 1), version="2026年第2版")
    deliver()
    public.refresh_from_db()
    assert public.superseded_from == date(2026, 6, 1)

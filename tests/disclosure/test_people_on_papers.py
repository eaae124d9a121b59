"""Whoever is named only on a paper of the file is hidden in what is published, and found again before the release."""

import pytest

from tests.builders.disclosure import DECIDED, a_case, a_decision, a_publication, prepare, release
from tests.disclosure.test_rereading import refused
from yangguang.base.events import SYSTEM
from yangguang.bulletin.api import notice_by_ref, pages_on_disk
from yangguang.cases.kinds.penalty.documents import on_site_record
from yangguang.cases.rules.witnesses import Signing, Witness
from yangguang.disclosure.collecting import known_of
from yangguang.disclosure.models import Publication
from yangguang.disclosure.use_cases import release_publication as releasing
from yangguang.kernel.moment import Moment
from yangguang.records.api import make_document

pytestmark = [pytest.mark.django_db, pytest.mark.duty("D17")]
HE = Witness("何建国", "滨河社区居民委员会", "社区工作人员", "滨河路2号", "signed")
REASONS = "检查时见证人何建国和在场的尤佳宁都说，公示栏没有工资支付日期。"


@pytest.fixture
def witnessed(people):
    """A decision whose reasons name a witness and somebody who was there, both known to the record of the visit alone."""
    case = a_case(people.first.body)
    sheet = on_site_record.sheet(
        case, place="厂区", present="尤佳宁（前台）", findings="有考勤机。", officers=["陈立", "赵文斌"], dated_on=DECIDED,
        signing=Signing(witness=HE),
    )  # fmt: skip
    make_document(
        kind="on_site_record", title=on_site_record.TITLE, body=case.body, file_ref=case.public_id, sheet=sheet,
        dated_on=DECIDED, actor=SYSTEM, at=Moment.on(DECIDED),
    )  # fmt: skip
    text = [{"text": REASONS, "evidence": "现场检查笔录"}]
    return Publication.objects.get(decision=a_decision(case=case, body=case.body, facts=text))


def test_witness_is_hidden_without_anybody_typing_the_name(people, witnessed):
    assert {"何建国", "尤佳宁", "滨河路2号"} <= {one.text for one in known_of(witnessed.case)}
    release(prepare_it(people, witnessed), people)
    notice = notice_by_ref(witnessed.notice_ref)
    shown = f"{pages_on_disk.path_of(notice.ref).read_text()} {vars(notice)}"
    assert "见证人何某某" in shown
    assert not [name for name in ("何建国", "尤佳宁") if name in shown]


def test_release_is_refused_while_the_witness_can_still_be_read(people, witnessed, monkeypatch):
    prepare_it(people, witnessed)
    monkeypatch.setattr(releasing, "redacted_copy", lambda copy, known, private, kept: copy)
    refusal = refused(witnessed, people)
    assert "何某某" in refusal.reason
    assert notice_by_ref(witnessed.notice_ref) is None


def test_decision_of_another_case_hides_nobody_for_it(people, witnessed):
    other = a_publication(people)
    assert "何建国" not in {one.text for one in known_of(other.case)}


def prepare_it(people, publication):
    prepare(publication, people)
    publication.refresh_from_db()
    return publication

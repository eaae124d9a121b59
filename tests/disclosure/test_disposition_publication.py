"""A decision to pay workers becomes public without the workers and without whoever complained."""

from datetime import date

import pytest

from tests.builders.directory import an_account
from tests.builders.disclosure import a_code, an_examination, deliver
from tests.builders.labour import a_decided_disposition
from yangguang.base import local_values
from yangguang.base.search import normalised
from yangguang.bulletin.api import notice_by_ref
from yangguang.cases.api import private_facts
from yangguang.disclosure.comparing import comparison_of
from yangguang.disclosure.use_cases.prepare_publication import prepare_publication
from yangguang.disclosure.use_cases.release_publication import release_publication
from yangguang.kernel.moment import Moment

pytestmark = pytest.mark.django_db


def test_no_worker_and_no_complainant_reaches_the_public():
    disposition = a_decided_disposition()
    deliver()
    publication, body = disposition.decision.publication, disposition.case.body
    for name, value in (("publication_period_months", 12), ("publish_before_service", True)):
        if local_values.find(name, chain=body.public_id, on=date(2026, 1, 1)) is None:
            local_values.set_value(name, value, chain=body.public_id, source="示司发〔2020〕1号",
                                   in_force=date(2020, 1, 6), by_name="何管理")  # fmt: skip
    first, second = (an_account(role="publisher", body=body, second_factor=True) for _ in range(2))
    asked = comparison_of(publication, None).questions
    prepare_publication(publication_id=publication.pk, examination=an_examination(private=asked), actor=first,
                        at=Moment.now())  # fmt: skip
    release_publication(publication_id=publication.pk, code=a_code(second), actor=second, at=Moment.now(),
                        late_reason="演示")  # fmt: skip
    deliver()
    notice = notice_by_ref(publication.notice_ref)
    shown = normalised(str([notice.title, notice.party_name, notice.conclusion, notice.summary, notice.text]))
    private = [fact.text for fact in private_facts(disposition.case) if len(fact.text) > 1]
    assert private
    assert not [text for text in private if normalised(text) in shown]
    assert "逐人内容不公开" in shown
    assert notice.kind == "disposition"
    assert "名劳动者支付" in notice.conclusion


def test_complainants_are_known_to_be_private():
    from tests.builders.labour import an_accepted_complaint

    case = an_accepted_complaint()
    assert "万春山" in [fact.text for fact in private_facts(case)]

"""What one official act costs the database, and that the words kept for it ask what Django itself would ask."""

import pytest
from django.db.models import Model
from django.urls import reverse

from tests.builders.cases import an_open_case, handler_of, officers_of
from yangguang.base.worded_once import WordedOnce
from yangguang.records.models import Evidence

pytestmark = pytest.mark.django_db
STATEMENTS = 39  # with what begins and ends the transaction; a third makes the numbered form of what was taken


@pytest.fixture
def act(client):
    case = an_open_case()
    client.force_login(handler_of(case))
    address = reverse("cases:act", args=[case.public_id, "collect_evidence"])
    officers = [one.public_id for one in officers_of(case.body)]

    def carry_out(number):
        typed = {
            "kind": "documentary_evidence", "name": f"工资表{number}", "source": "用人单位", "proves": "欠薪数额",
            "obtained_on": "2026-11-18", "officers": officers,
            "occurred_at": "2026-11-18T09:59", "late_reason": "", "certificate_shown": "on", "once": f"once-{number}",
        }  # fmt: skip
        return client.post(address, typed)

    carry_out(1)  # what a process reads once, and what the session notes once a minute
    return carry_out


def test_evidence_is_put_into_a_case_in_few_statements(act, django_assert_max_num_queries):
    with django_assert_max_num_queries(STATEMENTS):
        assert act(2).status_code == 302
    assert Evidence.objects.count() == 2


def told(row):
    """Everything a row says, with the rows it brought along."""
    beside = {name: told(one) for name, one in row._state.fields_cache.items() if isinstance(one, Model)}
    return {name: value for name, value in vars(row).items() if name != "_state"}, beside


def test_every_question_of_an_act_is_answered_as_django_answers_it(act, monkeypatch):
    asked, ask = [], WordedOnce.__call__

    def compared(self, *values, using="default"):
        rows = ask(self, *values, using=using)
        plain = self.shape(*[one.pk if isinstance(one, Model) else one for one in values])
        assert [told(one)[0] for one in rows] == [told(one)[0] for one in plain]
        known = {name for name, one in zip(self.names, values, strict=True) if isinstance(one, Model)}
        for row, other in zip(rows, plain, strict=True):
            brought = {name: one for name, one in told(row)[1].items() if name not in known}
            assert brought == told(other)[1]
        asked.append(self.__qualname__)
        return rows

    monkeypatch.setattr(WordedOnce, "__call__", compared)
    assert act(2).status_code == 302
    assert len(set(asked)) >= 12
    assert Evidence.objects.count() == 2

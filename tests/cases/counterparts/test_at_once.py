"""Two bodies that register one code at the same moment have one counterpart, each with what it told."""

import threading

import pytest
from django.db import connections

from tests.builders.cases import a_credit_code
from tests.builders.directory import a_body, an_account
from yangguang.cases.models import Counterpart, CounterpartFact
from yangguang.cases.rules.counterpart_facts import Told
from yangguang.cases.use_cases.register_counterpart import register_counterpart
from yangguang.kernel.moment import Moment


@pytest.mark.django_db(transaction=True)
def test_one_code_registered_by_two_at_once_is_one_counterpart():
    handlers = [an_account(role="case_handler", body=a_body()) for _ in range(2)]
    start, at, made = threading.Barrier(2), Moment.now(), []

    def register(handler):
        try:
            start.wait(timeout=10)
            told = Told("organisation", "示范县永安酒店", a_credit_code(1))
            made.append(register_counterpart(told=told, source="营业执照副本", actor=handler, at=at).pk)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=register, args=(one,)) for one in handlers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    assert made == [Counterpart.objects.get().pk] * 2
    told = CounterpartFact.objects.values_list("body", flat=True)
    assert sorted(told) == sorted(one.body_id for one in handlers)

"""Two heads adopting at the same moment never leave two editions in force."""

import threading
from datetime import date

import pytest
from django.db import connections

from tests.builders.catalogues import a_head, a_submitted_edition, an_adopted_edition
from yangguang.base import verifying
from yangguang.catalogues.models import Edition
from yangguang.catalogues.use_cases.adopt_edition import adopt_edition
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

DAY = date(2026, 11, 18)


@pytest.mark.django_db(transaction=True)
def test_two_adoptions_of_one_list_at_once_leave_one_edition_in_force():
    first = an_adopted_edition(from_day=date(2026, 1, 5))
    second = a_submitted_edition(body=first.body, from_day=DAY)
    heads = [a_head(first.body), a_head(first.body)]
    start, results = threading.Barrier(2), []

    def adopt(head):
        try:
            start.wait(timeout=10)
            adopt_edition(edition=second, opinion="", actor=head, at=Moment(clock.now(), clock.now()))
            results.append("adopted")
        except Refused as refused:
            results.append(refused.reason)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=adopt, args=(head,)) for head in heads]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)

    assert sorted(results) == sorted(["adopted", "这份清单没有在等候审定。"])
    assert Edition.objects.in_force(DAY).filter(body=first.body).count() == 1
    assert next(found for _, _, found in verifying.run({"editions"})) == []

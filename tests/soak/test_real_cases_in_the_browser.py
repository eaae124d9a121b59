"""The pages of the real cases in a real browser, at a desk and on a phone: what docs/real-cases.md shows.

Of case 6 the first half stands here, the lesson; its second half has its own journey. `YANGGUANG_PICTURES=folder` keeps the
pictures.
"""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from tests.browser import look, sign_in
from tests.builders.cases import a_concluded_case, handler_of, on
from tests.builders.real_case_8 import the_fined_case
from tests.cases.criminal import test_lines_side_by_side as beside
from tests.cases.criminal import test_real_cases_with_the_police as police
from tests.cases.labour import test_real_cases as labour
from tests.cases.test_decide_no_penalty import exemption
from yangguang.cases.models import Case

DATABASES = ["default", "public"]
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, databases=DATABASES)]
TWO_WORKERS = "2026年6月至8月安排2名劳动者每月加班超过36小时。"
WALKS = {
    1: (labour.test_case_1_of_435_workers_reaches_the_unheeded_instruction, date(2026, 11, 10)),
    2: (beside.test_real_case_2_of_28_workers_goes_to_the_police_and_before_the_public_in_the_third_quarter, date(2026, 9, 24)),
    3: (police.test_real_case_3_goes_to_the_police_and_onto_the_list_for_three_years, date(2026, 12, 8)),
    4: (police.test_real_case_4_found_by_patrol_is_listed_after_its_days_and_says_why_it_is_late, date(2026, 12, 7)),
    5: (lambda: labour.test_case_5_of_88_workers_reaches_the_court_with_the_wages_and_the_compensation(Client()), date(2026, 10, 12)),
    6: (lambda: exemption(a_concluded_case(workers=2, facts=TWO_WORKERS)), date(2026, 11, 4)),
    7: (lambda: police.test_real_case_7_of_one_worker_whose_employer_fled_goes_to_the_police(Client()), date(2027, 3, 24)),
    8: (the_fined_case, date(2026, 12, 1)),
}  # fmt: skip


@pytest.mark.parametrize("number", WALKS)
def test_page_of_a_real_case_is_legible_at_both_widths(number, open_tab, live_server, transactional_db):
    walk, day = WALKS[number]
    walk()
    case = Case.objects.get()
    tab = open_tab()
    with on(day, 17):
        sign_in(tab, handler_of(case), live_server.url)
        tab.goto(live_server.url + reverse("cases:case", args=[case.public_id]))
        look(tab, f"real-case-{number}")

"""Whether an entrustment is in force on a day is one rule, and everybody who asks hears the same."""

import re
from datetime import date
from pathlib import Path

import pytest

import yangguang
from tests.builders.directory import an_entrustment, an_officer, shows_photos
from yangguang.cases.kinds.labour.queries import in_whose_name
from yangguang.directory.models import Entrustment
from yangguang.directory.public_photos import photos_are_public
from yangguang.directory.queries import body_that_answers, entrustment_between, entrustment_fault, entrustments_in_view
from yangguang.directory.registered import registered_bodies
from yangguang.directory.use_cases.end_entrustment import end_entrustment
from yangguang.directory.use_cases.entrust_power import entrust_power
from yangguang.directory.use_cases.return_entrustment import return_entrustment
from yangguang.disclosure.queries import officers_for
from yangguang.kernel.moment import Moment
from yangguang.voice.policy import served_by

MATTER = "拖欠工资"
BEGINS, LAST, ENDED = date(2026, 3, 1), date(2026, 12, 31), date(2026, 12, 1)
BEFORE, DAY_BEFORE_END = date(2026, 2, 28), date(2026, 11, 30)
OVER = date(2027, 1, 1)
TERM_IN_A_QUERY = re.compile(
    r"Entrustment\.objects\.(?!not_over_on|in_force_on)[^\n]*(starts_on__|ends_on__|ended_on__)"
)


@pytest.fixture
def agreement(county):
    return an_entrustment(
        entrusting=county.bureau, entrusted=county.brigade, matters=[MATTER], starts_on=BEGINS, ends_on=LAST
    )


@pytest.fixture
def asked(county):
    """Everybody who asks whether the brigade acts for the bureau on a day, by what they ask for."""
    officer = an_officer(body=county.brigade)
    clerk = officer.account
    shows_photos(county.bureau)

    def answers(day):
        return {
            "carries": entrustment_fault(county.bureau, county.brigade, MATTER, day) == "",
            "between": entrustment_between(county.bureau, county.brigade, day) is not None,
            "answers": body_that_answers(county.brigade, day) == county.bureau,
            "in whose name": in_whose_name(clerk, day) == (county.bureau, county.brigade),
            "voices": str(county.bureau.pk) in str(list_of_bodies(served_by(clerk, day))),
            "photos": photos_are_public(county.brigade, day),
            "register": any(one["entrustments"] for one in registered_bodies(county.bureau, day)),
            "windows": officers_for(county.bureau, day).filter(pk=officer.pk).exists(),
        }

    return answers


def list_of_bodies(condition):
    """The bodies whose voices a condition lets through."""
    (inside,) = (value for name, value in condition.children if name == "body_id__in")
    return [pk for pk in inside]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("day", "acts"), [(BEFORE, False), (BEGINS, True), (DAY_BEFORE_END, True), (LAST, True), (OVER, False)]
)
def test_everybody_hears_that_it_is_in_force_on_the_same_days(agreement, asked, day, acts):
    assert asked(day) == dict.fromkeys(asked(day), acts)


@pytest.mark.django_db
@pytest.mark.parametrize(("day", "acts"), [(DAY_BEFORE_END, True), (ENDED, False), (LAST, False)])
def test_one_that_will_end_early_is_in_force_until_the_day_before_for_everybody(county, agreement, asked, day, acts):
    end_entrustment(entrustment=agreement, ended_on=ENDED, reason="机构改革", actor=county.head, at=Moment.now())
    assert asked(day) == dict.fromkeys(asked(day), acts)


@pytest.mark.django_db
def test_returned_agreement_is_in_force_for_nobody(county, asked):
    returned = an_entrustment(entrusting=county.bureau, entrusted=county.brigade, filed=False, published=False)
    assert Entrustment.objects.in_force_on(BEGINS).filter(pk=returned.pk).exists()
    return_entrustment(entrustment=returned, reason="没有写明权限。", actor=county.supervisor, at=Moment.now())
    assert asked(BEGINS) == dict.fromkeys(asked(BEGINS), False)


@pytest.mark.django_db
def test_agreement_that_ran_out_does_not_keep_the_former_principal_from_being_entrusted(county):
    an_entrustment(
        entrusting=county.other, entrusted=county.bureau, starts_on=date(2024, 1, 1), ends_on=date(2025, 12, 31)
    )
    again = entrust_power(
        entrusting=county.bureau, entrusted=county.other, agreement_number="示人社委〔2026〕9号", matters=[MATTER],
        powers="检查、调查。", signed_on=BEGINS, starts_on=BEGINS, ends_on=LAST, actor=county.head, at=Moment.now(),
    )  # fmt: skip
    assert entrustments_in_view(Entrustment.objects.all(), "standing", BEGINS).get() == again
    assert entrustments_in_view(Entrustment.objects.all(), "over", BEGINS).get().entrusting == county.other


def test_nobody_words_the_term_of_an_entrustment_a_second_time():
    root = Path(yangguang.__file__).parent
    elsewhere = [
        str(path.relative_to(root)) for path in root.rglob("*.py")
        if "migrations" not in path.parts and TERM_IN_A_QUERY.search(path.read_text(encoding="utf-8"))
    ]  # fmt: skip
    assert elsewhere == []
    assert TERM_IN_A_QUERY.search("rows = Entrustment.objects.filter(entrusted=body, starts_on__lte=on)")

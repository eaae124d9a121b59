"""Every form of the directory bears whatever is typed into it: a Chinese message, nothing lost, never a crash."""

from datetime import date

import pytest
from django.urls import reverse
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders.directory import an_account
from tests.builders.samples import SAMPLES
from yangguang.base import pages
from yangguang.directory.pages.account import AppointmentForm, PasswordForm
from yangguang.directory.pages.certificate import CertificateForm, CheckForm, ReasonForm
from yangguang.directory.pages.entrustment import EndingForm, FilingForm
from yangguang.directory.pages.first_password import NewPasswordForm
from yangguang.directory.pages.officer import LeavingForm
from yangguang.directory.pages.register_body import BodyForm, UnitForm
from yangguang.directory.pages.reviewers import QualificationForm
from yangguang.directory.pages.second_factor import CodeForm
from yangguang.directory.pages.sign_in import SignInForm
from yangguang.directory.rules.roles import Role

HOSTILE = [
    "<script>alert(1)</script>", "䶮𬱟\u0301", "甲\u202e乙", "甲\x00乙", "长" * 20_000, "２０２６－１１－２０",
]  # fmt: skip
FURTHER = [
    "😀👨\u200d👩\u200d👧",
    "\u200b",
    "=1+1",
    "2026-02-30",
    "9999-12-31",
    "-1",
    "' OR 1=1 --",
    "{{ 7*7 }}",
    "\ud800",
]
WRITING = sorted(
    name
    for name, one in pages.register().items()
    if name.startswith("directory:") and one.writes and one.subject in SAMPLES
)
FORMS = [
    AppointmentForm, PasswordForm, CertificateForm, CheckForm, ReasonForm, EndingForm, FilingForm, NewPasswordForm,
    LeavingForm, BodyForm, UnitForm, QualificationForm, CodeForm, SignInForm,
]  # fmt: skip
TYPED = st.text(max_size=60) | st.sampled_from(HOSTILE + FURTHER) | st.dates().map(date.isoformat)


@pytest.mark.parametrize("form_class", FORMS, ids=lambda form: form.__name__)
@settings(max_examples=25, deadline=None)
@given(typed=st.data())
def test_form_answers_any_text_with_values_or_chinese_words(form_class, typed):
    form = form_class({name: typed.draw(TYPED, label=name) for name in form_class().fields})
    if not form.is_valid():
        for words in (str(word) for found in form.errors.values() for word in found):
            assert any("\u4e00" <= sign <= "\u9fff" for sign in words), words


@pytest.mark.django_db
@pytest.mark.parametrize("name", WRITING)
@pytest.mark.parametrize("typed", HOSTILE, ids=range(len(HOSTILE)))
def test_page_bears_hostile_text_in_every_field(client, county, name, typed):
    one = pages.register()[name]
    role = sorted(one.allow)[-1]
    body = county.justice if role == Role.SUPERVISOR else county.bureau
    client.force_login(county.supervisor if role == Role.SUPERVISOR else an_account(role=role, body=body))
    address = reverse(name, kwargs=SAMPLES[one.subject](county.bureau, ""))
    form = client.get(address).context["form"]
    answer = client.post(address, {field: typed for field in form.fields if field != "once"})
    assert answer.status_code in {200, 302, 409}
    if answer.status_code == 200:
        assert "<script>alert(1)</script>" not in answer.content.decode()

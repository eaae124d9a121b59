"""Proving once more who acts: a code serves once; wrong codes run out, are counted for good and put on record."""

from datetime import timedelta

import pytest

from tests.builders.directory import an_account, code_for, with_second_factor
from yangguang.base.events import SYSTEM
from yangguang.base.models import LedgerEntry
from yangguang.directory.rules import totp
from yangguang.directory.use_cases.reauthenticate import Proof, asks_code, proven, reauthenticate
from yangguang.directory.use_cases.reset_totp import reset_totp
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def account():
    return with_second_factor(an_account(role="agency_head"))


@asks_code
def an_act(*, actor, code, fails=False):
    proof = reauthenticate(actor, code, purpose="decide")
    if fails:
        raise Refused("条件没有满足。")
    return proof


def wrong(account, times, code="abcdef"):
    for _ in range(times):
        with pytest.raises(Refused, match="验证码不对"):
            an_act(actor=account, code=code)


def test_code_is_accepted_once_and_its_replay_is_refused(account):
    code = code_for(account)
    an_act(actor=account, code=code)
    with pytest.raises(Refused, match="已经用过"):
        an_act(actor=account, code=code)


def test_code_of_an_earlier_step_after_a_later_one_is_refused(account):
    now = totp.step_at(clock.now())
    an_act(actor=account, code=totp.code_at(account.totp_secret, now + 1))
    with pytest.raises(Refused, match="已经用过"):
        an_act(actor=account, code=totp.code_at(account.totp_secret, now))


def test_code_in_full_width_digits_with_blanks_is_accepted(account):
    code = code_for(account)
    an_act(actor=account, code=" " + "".join(chr(ord(digit) + 0xFEE0) for digit in code[:3]) + " " + code[3:])


def test_code_that_is_minutes_old_is_refused(account):
    code = totp.code_at(account.totp_secret, totp.step_at(clock.now()))
    with clock.frozen(clock.now() + timedelta(minutes=2)), pytest.raises(Refused, match="验证码不对"):
        an_act(actor=account, code=code)


def test_code_of_an_act_that_is_refused_is_not_used_up(account):
    code = code_for(account)
    with pytest.raises(Refused, match="条件没有满足"):
        an_act(actor=account, code=code, fails=True)
    assert an_act(actor=account, code=code)


def test_missing_code_is_refused_and_not_counted(account):
    for _ in range(9):
        with pytest.raises(Refused, match="请输入动态验证码"):
            an_act(actor=account, code=" ")
    assert an_act(actor=account, code=code_for(account))


def test_sixth_try_after_five_wrong_codes_is_refused_even_with_the_right_one(account):
    wrong(account, 5)
    with pytest.raises(Refused, match="连续输错5次"):
        an_act(actor=account, code=code_for(account))
    with clock.frozen(clock.now() + timedelta(minutes=16)):
        assert an_act(actor=account, code=code_for(account))


def test_wrong_codes_are_counted_in_the_database_and_each_is_on_record(account):
    wrong(account, 4)
    account.refresh_from_db()
    assert account.wrong_codes == 4
    wrong(account, 1)
    lines = LedgerEntry.objects.filter(event="WrongCodeGiven", subject_ref=account.public_id).order_by("sequence")
    assert [(line.facts["in_a_row"], line.facts["paused"]) for line in lines] == [
        (1, False), (2, False), (3, False), (4, False), (5, True),
    ]  # fmt: skip


def test_right_code_begins_the_count_anew(account):
    wrong(account, 4)
    an_act(actor=account, code=code_for(account))
    wrong(account, 4)


def test_pause_ends_when_the_security_administrator_resets_the_authenticator(account):
    wrong(account, 5)
    reset_totp(account=account, reason="手机遗失", actor=SYSTEM, at=Moment.now())
    account.refresh_from_db()
    with_second_factor(account)
    assert an_act(actor=account, code=code_for(account))


def test_person_without_an_authenticator_is_told_to_bind_one():
    with pytest.raises(Refused, match="还没有启用动态验证码"):
        an_act(actor=an_account(), code="123456")


def test_system_has_no_code_to_give():
    with pytest.raises(Refused, match="须由本人"):
        an_act(actor=SYSTEM, code="123456")


def test_proof_holds_for_one_person_one_purpose_and_one_minute(account):
    proof = an_act(actor=account, code=code_for(account))
    proven(account, proof, purpose="decide")
    for actor, purpose in ((account, "release"), (an_account(), "decide")):
        with pytest.raises(Refused, match="动态验证码"):
            proven(actor, proof, purpose=purpose)
    with clock.frozen(clock.now() + timedelta(minutes=2)), pytest.raises(Refused, match="动态验证码"):
        proven(account, proof, purpose="decide")


def test_proof_that_somebody_made_up_is_refused(account):
    for made_up in (None, Proof(account.actor_ref, "decide", clock.now())):
        with pytest.raises(Refused, match="动态验证码"):
            proven(account, made_up, purpose="decide")

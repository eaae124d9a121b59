"""Voices on the desk: taken over once, dealt with by one person, never by whom they are about, told back to who wrote."""

import json
from datetime import date

import pytest

from tests.builders.directory import a_body, an_account, an_entrustment, an_officer
from tests.builders.disclosure import deliver
from tests.builders.voices import PNG, TOLD, a_voice, kept, posted
from yangguang.base import letter_secret
from yangguang.base.events import SYSTEM
from yangguang.base.form_fields import WrittenField
from yangguang.base.models import LedgerEntry
from yangguang.bulletin.api import voices
from yangguang.bulletin.models import PublicVoice, PublicVoiceFile
from yangguang.cases.kinds.labour.forms.leads import LeadForm
from yangguang.kernel import clock, letters
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.voice import letter_box
from yangguang.voice.acts import MoveForm
from yangguang.voice.models import Voice
from yangguang.voice.pages.voice import opening
from yangguang.voice.plugs.invariants import voices_whole
from yangguang.voice.queries import term_of, voices_visible_to
from yangguang.voice.rules.settling import SENT_ON
from yangguang.voice.sealing import unseal
from yangguang.voice.use_cases.answer_voice import answer_voice
from yangguang.voice.use_cases.move_voice import move_voice
from yangguang.voice.use_cases.press_for_answer import press_for_answer
from yangguang.voice.use_cases.receive_voice import receive_voice
from yangguang.voice.use_cases.refuse_voice import refuse_voice
from yangguang.voice.use_cases.take_as_lead import take_as_lead

pytestmark = [pytest.mark.django_db(databases=["default", "public"]), pytest.mark.duty("D07")]


@pytest.fixture
def clerk():
    return an_account(role="window_clerk")


def asked(voice, proof):
    return voices.ask_voice(voice.receipt, proof, sender="198.51.100.1")


def entry_of(voice, account):
    """What the window's form makes of what was sent, with nothing typed again."""
    first = opening(voice, unseal(voice.sealed))
    data = {name: value for name, value in first.items() if value not in (None, "")}
    data["amount_fen"] = "36600"
    form = LeadForm(data | {"occurred_at": voice.received_at.astimezone(clock.BEIJING).strftime("%Y-%m-%dT%H:%M")},
                    account=account)  # fmt: skip
    assert form.is_valid(), form.errors
    return form.entry(), form.moment()


def taken(voice, account):
    entry, at = entry_of(voice, account)
    lead = take_as_lead(voice_id=voice.pk, entry=entry, actor=account, at=at)
    deliver()
    return lead


def test_voice_reaches_the_desk_and_nothing_of_it_stays_outside(clerk):
    voice = a_voice(clerk.body, files=[PNG])
    assert unseal(voice.sealed).name == "万春山"
    assert "万春山" not in voice.sealed
    assert voice.files.get().blob.media_type == "image/png"
    assert not PublicVoiceFile.objects.exists()
    assert (PublicVoice.objects.get().sealed, PublicVoice.objects.get().stage) == ("", "已收到，正在审查")


def test_same_slip_is_one_voice_with_one_code(clerk):
    first, again = (posted(clerk.body, slip="a" * 26) for _ in range(2))
    assert first == again
    letter_box.collect()
    assert Voice.objects.count() == 1


def test_record_tells_neither_who_wrote_nor_what(clerk):
    voice = a_voice(clerk.body)
    facts = str(LedgerEntry.objects.filter(subject_kind="voice").get().facts)
    for word in ("万春山", "13900001111", "木工", voice.employer_name):
        assert word not in facts


def test_voice_that_cannot_be_read_is_told_and_does_not_hold_up_the_others(clerk):
    broken = posted(clerk.body)
    PublicVoice.objects.update(sealed="AAAA")
    posted(clerk.body, "question")
    with pytest.raises(RuntimeError, match=broken.receipt):
        letter_box.collect()
    assert Voice.objects.get().kind == "question"


@pytest.mark.parametrize("said", [
    "[]", "null", "{", "[" * 100_000, '{"account": "甲", "files": ["a.png"]}', '{"account": "甲", "files": 7}',
])  # fmt: skip
def test_voice_that_says_something_else_does_not_hold_up_the_others(clerk, said):
    broken = posted(clerk.body)
    PublicVoice.objects.update(sealed=letters.seal(said, to=letters.public_half(letter_secret.secret())))
    posted(clerk.body, "question")
    with pytest.raises(RuntimeError, match=broken.receipt):
        letter_box.collect()
    assert Voice.objects.get().kind == "question"


@pytest.mark.parametrize("names", [[7], ["\ud83d.png"], ["a\0.png"], [None]])
def test_enclosure_under_a_name_that_is_none_does_not_hold_up_the_others(clerk, names):
    broken = posted(clerk.body, files=[PNG])
    said = json.dumps(TOLD["wages"] | {"files": names})
    PublicVoice.objects.update(sealed=letters.seal(said, to=letters.public_half(letter_secret.secret())))
    posted(clerk.body, "question")
    with pytest.raises(RuntimeError, match=broken.receipt):
        letter_box.collect()
    assert Voice.objects.get().kind == "question"


@pytest.mark.parametrize("hostile", [b"MZ\x90\x00evil", b"<svg onload=alert(1)>", b""])
def test_enclosure_sealed_past_the_form_is_checked_again_at_the_desk(clerk, hostile):
    posted(clerk.body, files=[hostile])
    with pytest.raises(RuntimeError, match="没有收进来"):
        letter_box.collect()
    assert not Voice.objects.exists()


def test_voice_to_a_body_that_is_not_here_is_refused(clerk):
    with pytest.raises(Refused, match="没有这个机关"):
        receive_voice(receipt="a" * 12, kind="wages", body_ref="z" * 26, told={"account": "甲"}, files=[],
                      received_at=clock.now(), actor=SYSTEM, at=Moment.now())  # fmt: skip


@pytest.mark.parametrize("told", [{"account": ""}, {"account": "字" * 4001}, {"name": "卢\u202e志远"}])
def test_text_sealed_past_the_form_is_checked_again_at_the_desk(clerk, told):
    posted(clerk.body, **told)
    with pytest.raises(RuntimeError, match="没有收进来"):
        letter_box.collect()


@pytest.mark.clause("LSP-2004:18#accept")
@pytest.mark.parametrize(
    ("sent", "due"), [(date(2026, 2, 12), date(2026, 2, 26)), (date(2026, 9, 24), date(2026, 10, 9))]
)
def test_complaint_is_due_five_working_days_after_it_was_sent(clerk, sent, due):
    voice = a_voice(clerk.body, on=sent)
    assert term_of(voice).due.day == due


def test_complaint_becomes_a_lead_with_nothing_typed_again_and_its_term_runs_from_the_day_it_was_sent(clerk):
    sent_on = date(2026, 11, 18)
    voice = kept(a_voice(clerk.body, on=sent_on), clerk)
    lead = taken(voice, clerk)
    assert (lead.employer_name, lead.account, lead.received_on) == (voice.employer_name, voice.account, sent_on)
    assert (lead.complaint.workers_count, lead.received_way, lead.informants.count()) == (3, "online", 2)
    voice.refresh_from_db()
    assert (voice.lead_id, voice.status, voice.due_on) == (lead.pk, "taken", date(2026, 11, 25))


def test_day_the_term_of_a_lead_runs_from_is_no_matter_of_typing(clerk):
    sent_at = clock.beijing(date(2026, 11, 18), 1)  # in Greenwich still the day before
    with clock.frozen(sent_at):
        posted(clerk.body)
        letter_box.collect()
    voice = kept(Voice.objects.get(), clerk)
    entry, typed = entry_of(voice, clerk)
    assert typed.late_reason == f"网上来件{voice.receipt}，2026年11月18日提交"
    lead = take_as_lead(
        voice_id=voice.pk, entry=entry, actor=clerk, at=Moment.on(date(2026, 11, 26), late_reason=typed.late_reason)
    )
    assert lead.received_on == date(2026, 11, 18)
    recorded = LedgerEntry.objects.get(subject_kind="lead", subject_ref=lead.public_id)
    assert (recorded.occurred_at, recorded.late_reason) == (voice.received_at, typed.late_reason)


def test_citizen_reads_how_the_lead_goes_on(clerk):
    voice = kept(a_voice(clerk.body), clerk)
    code = PublicVoice.objects.get().slip and voices.code_of(PublicVoice.objects.get().slip)
    lead = taken(voice, clerk)
    found = asked(voice, code)
    assert found.stage == "已经登记，正在审查"
    assert lead.number in found.next_step
    assert asked(voice, "1111").pk == found.pk


def test_answer_reaches_the_holder_of_the_number(clerk):
    voice = kept(a_voice(clerk.body, "question", phone="13900004444"), clerk)
    answer_voice(voice_id=voice.pk, reply="可以订立口头协议。", actor=clerk, at=Moment.now())
    deliver()
    found = asked(voice, "4444")
    assert (found.stage, found.reply) == ("已答复", "可以订立口头协议。")
    with clock.frozen(clock.beijing(date(2027, 12, 1), 9)):
        assert asked(voice, "4444") is None


def test_complaint_about_an_employer_is_not_just_answered(clerk):
    voice = kept(a_voice(clerk.body), clerk)
    with pytest.raises(Refused, match="应当受理或者书面不予受理"):
        answer_voice(voice_id=voice.pk, reply="已知悉。", actor=clerk, at=Moment.now())


@pytest.mark.clause("LSR-2004:9.3")
def test_answer_that_names_who_wrote_is_refused(clerk):
    voice = kept(a_voice(clerk.body, side="tip_off"), clerk)
    with pytest.raises(Refused, match="不能写提出人"):
        answer_voice(voice_id=voice.pk, reply="万 春山反映的情况已核实。", actor=clerk, at=Moment.now())


def test_nobody_settles_what_somebody_else_has_in_hand(clerk):
    voice = kept(a_voice(clerk.body, "question"), clerk)
    other = an_account(role="window_clerk", body=clerk.body)
    with pytest.raises(Refused, match="先认领"):
        answer_voice(voice_id=voice.pk, reply="好的。", actor=other, at=Moment.now())


@pytest.mark.parametrize(("given", "words"), [
    ({"ground": "remedies", "reason": "甲"}, "不是这类来件"), ({"ground": "elsewhere", "reason": " "}, "说明理由"),
    ({"ground": "elsewhere", "reason": "属于住建部门职责"}, "向哪个机关"),
])  # fmt: skip
def test_voice_is_turned_away_on_a_lawful_ground_with_reasons_only(clerk, given, words):
    voice = kept(a_voice(clerk.body), clerk)
    with pytest.raises(Refused, match=words):
        refuse_voice(voice_id=voice.pk, actor=clerk, at=Moment.now(), **given)


def test_citizen_is_told_whom_to_turn_to(clerk):
    voice = kept(a_voice(clerk.body), clerk)
    refuse_voice(voice_id=voice.pk, ground="elsewhere", reason="属于税务机关职责。", to="国家税务总局示范县税务局", actor=clerk,
                 at=Moment.now())  # fmt: skip
    deliver()
    assert "请向国家税务总局示范县税务局提出。" in asked(voice, "1111").reply


@pytest.mark.clause("MWR-2019:10.3")
def test_voice_sent_on_is_dealt_with_by_the_other_body_and_told_in_both_records(clerk):
    voice, other = kept(a_voice(clerk.body), clerk), an_account(role="window_clerk")
    move_voice(voice_id=voice.pk, to=other.body, reason="归该机关管辖", actor=clerk, at=Moment.now())
    deliver()
    assert not voices_visible_to(clerk).exists()
    assert voices_visible_to(other).get().keeper is None
    chains = set(LedgerEntry.objects.filter(label="转送网上来件").values_list("chain", flat=True))
    assert chains == {clerk.body.public_id, other.body.public_id}
    assert asked(voice, "1111").body_name == other.body.name


@pytest.mark.clause("LSR-2004:9.3")
@pytest.mark.parametrize("word", ["万 春山", "13900001111", "邓长顺", "139-0000-1111", "１３９００００１１１１"])
def test_reason_for_sending_on_that_names_who_wrote_is_refused_and_recorded_nowhere(clerk, word):
    voice, other = kept(a_voice(clerk.body), clerk), an_account(role="window_clerk")
    with pytest.raises(Refused, match="不能写提出人"):
        move_voice(voice_id=voice.pk, to=other.body, reason=f"{word}在该地务工", actor=clerk, at=Moment.now())
    assert not LedgerEntry.objects.filter(label="转送网上来件").exists()


@pytest.mark.clause("LSR-2004:9.3")
@pytest.mark.parametrize("word", ["万春山", "13900001111", "钱某某", "归该机关管辖"])
def test_supervisor_who_sends_a_complaint_on_learns_nothing_of_who_wrote_by_guessing(word):
    county = a_body(named="示范县人民政府", mark="示政")
    bureau = a_body(named="示范县司法局", mark="示司", under=county, supervises=True)
    body = a_body(named="示范县人力资源和社会保障局", under=county)
    voice, other = a_voice(body, "conduct", about_name="某人"), a_body(named="示范县水利局", mark="示水", under=county)
    supervisor = an_account(role="supervisor", body=bureau)
    with pytest.raises(Refused, match="请从列表中选择转送的理由"):
        move_voice(voice_id=voice.pk, to=other, reason=word, actor=supervisor, at=Moment.now())
    assert move_voice(voice_id=voice.pk, to=other, reason=SENT_ON[0], actor=supervisor, at=Moment.now()).body == other


def test_supervisor_picks_the_reason_and_the_keeper_writes_it(clerk):
    voice = kept(a_voice(clerk.body), clerk)
    assert isinstance(MoveForm(voice=voice, account=clerk).fields["reason"], WrittenField)
    chosen = MoveForm(voice=voice, account=an_account(role="supervisor")).fields["reason"]
    assert [value for value, _ in chosen.choices] == ["", *SENT_ON]


class TestConduct:
    """Complaints about officers and decisions."""

    def complaint(self, officer, **told):
        return a_voice(officer.body, "conduct", officer_ref=officer.public_id, about_name=officer.name, **told)

    def test_officer_complained_of_never_sees_it_whatever_role_they_hold(self):
        head = an_account(role="unit_head", named="陈大勇")
        officer = an_officer(body=head.body, account=head)
        voice, other = self.complaint(officer), an_account(role="unit_head", body=head.body)
        assert not voices_visible_to(head).exists()
        assert voices_visible_to(other).get() == voice
        with pytest.raises(Refused, match="投诉的是您本人"):
            kept(voice, head)

    def test_namesake_without_a_link_to_the_register_keeps_away_too(self):
        head = an_account(role="unit_head", named="陈大勇")
        a_voice(head.body, "conduct", about_name="监察员陈大勇")
        assert not voices_visible_to(head).exists()

    def test_handlers_and_the_window_do_not_see_it(self, clerk):
        a_voice(clerk.body, "conduct", about_name="某人")
        assert not voices_visible_to(clerk).exists()
        assert not voices_visible_to(an_account(role="case_handler", body=clerk.body)).exists()

    @pytest.mark.clause("APL-2021:75.2")
    @pytest.mark.parametrize(("given", "words"), [({}, "写明查实的结果"), ({"finding": "partly"}, "应当主动改正")])
    def test_answer_without_a_finding_or_without_what_was_put_right_is_refused(self, given, words):
        head = an_account(role="agency_head")
        voice = kept(a_voice(head.body, "conduct"), head)
        with pytest.raises(Refused, match=words):
            answer_voice(voice_id=voice.pk, reply="已核实。", actor=head, at=Moment.now(), **given)

    def test_complaint_about_people_of_an_entrusted_organisation_goes_to_the_body_above(self):
        agreement = an_entrustment()
        voice = a_voice(agreement.entrusted, "conduct")
        assert (voice.body, voice.addressed_to) == (agreement.entrusting, agreement.entrusted)

    def test_supervisor_sees_it_and_asks_for_an_answer_and_nothing_else(self, county):
        voice = a_voice(county.body, "conduct")
        assert voices_visible_to(county.supervisor).get() == voice
        press_for_answer(voice_id=voice.pk, words="请在三日内答复。", actor=county.supervisor, at=Moment.now())
        voice.refresh_from_db()
        assert voice.pressed_words == "请在三日内答复。"
        with pytest.raises(Refused, match="不由您办理"):
            kept(voice, county.supervisor)

    def test_supervisor_elsewhere_cannot(self, county):
        voice = a_voice(an_account(role="agency_head").body, "conduct")
        assert not voices_visible_to(county.supervisor).exists()
        with pytest.raises(Refused, match="只有上级监督人员"):
            press_for_answer(voice_id=voice.pk, words="请答复。", actor=county.supervisor, at=Moment.now())

    def test_supervisor_does_not_see_who_complains_about_employers(self, county):
        a_voice(county.body)
        assert not voices_visible_to(county.supervisor).exists()


def test_what_must_hold_of_voices_is_verified(clerk):
    voice = kept(a_voice(clerk.body, "question", phone="13900004444"), clerk)
    answer_voice(voice_id=voice.pk, reply="可以。", actor=clerk, at=Moment.now())
    assert not list(voices_whole())
    Voice.objects.update(settled_on=None)
    PublicVoice.objects.update(sealed="AAAA")
    assert [fault.rpartition("，")[2] for fault in voices_whole()] == ["没有办结日期", "内容没有删除"]

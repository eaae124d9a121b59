"""What can be done with a voice: each act with its form, its words, who may, and the one use case it calls."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms

from yangguang.base.form_fields import WrittenField, offer
from yangguang.base.forms import OfficialForm
from yangguang.directory.api import Account, Body
from yangguang.voice.models import Finding, RefusalGround, Voice
from yangguang.voice.policy import claim_fault, keeper_fault, may_move, may_see_writer, supervises
from yangguang.voice.rules.settling import GROUNDS_OF, SENT_ON
from yangguang.voice.use_cases.answer_voice import answer_voice
from yangguang.voice.use_cases.keep_voice import keep_voice
from yangguang.voice.use_cases.move_voice import move_voice
from yangguang.voice.use_cases.press_for_answer import press_for_answer
from yangguang.voice.use_cases.refuse_voice import refuse_voice

SHOWN = "提出人凭查询号在公示网站看到；不写提出人的姓名、电话。"


class AboutVoice(OfficialForm):
    """A form about one voice."""

    def __init__(self, *args: Any, voice: Voice, account: Account, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.voice, self.account = voice, account


class KeepForm(AboutVoice):
    """Nothing is asked: whoever takes it in hand is known."""


class AnswerForm(AboutVoice):
    """What was found; of a complaint about officers also how it was put right."""

    finding = forms.ChoiceField(label="查实的结果", choices=[("", "请选择"), *Finding.choices])
    reply = WrittenField(label="答复", most=2000, lines=True, help_text=SHOWN)
    corrected = WrittenField(
        label="改正和处理情况", most=1000, lines=True, required=False, help_text="属实、部分属实的必须填写。"
    )

    def __init__(self, *args: Any, voice: Voice, account: Account, **kwargs: Any) -> None:
        super().__init__(*args, voice=voice, account=account, **kwargs)
        if not voice.is_conduct:
            del self.fields["finding"], self.fields["corrected"]


class RefuseForm(AboutVoice):
    """On which ground, why, whom to turn to."""

    ground = forms.ChoiceField(label="不予办理的理由")
    to = WrittenField(label="告知向哪个机关提出", most=120, required=False, help_text="不归本机关管的必须填写。")
    reason = WrittenField(label="说明", most=1000, lines=True, help_text=SHOWN)

    def __init__(self, *args: Any, voice: Voice, account: Account, **kwargs: Any) -> None:
        super().__init__(*args, voice=voice, account=account, **kwargs)
        field: Any = self.fields["ground"]
        field.choices = [("", "请选择"), *((one, RefusalGround(one).label) for one in GROUNDS_OF[voice.kind])]


class MoveForm(AboutVoice):
    """Whereto, and why."""

    to = forms.ModelChoiceField(Body.objects.none(), label="转送到", to_field_name="public_id")
    reason = WrittenField(label="理由", most=400, lines=True, help_text="记入两个机关的记录；不写提出人的姓名、电话。")

    def __init__(self, *args: Any, voice: Voice, account: Account, **kwargs: Any) -> None:
        super().__init__(*args, voice=voice, account=account, **kwargs)
        offer(self, "to", Body.objects.exclude(pk=voice.body_id).order_by("pk"), words=lambda one: one.name)
        if not may_see_writer(account, voice):
            self.fields["reason"] = forms.ChoiceField(
                label="理由", choices=[("", "请选择"), *((one, one) for one in SENT_ON)]
            )


class PressForm(AboutVoice):
    """What the supervisor asks for."""

    words = WrittenField(label="要求", most=400, lines=True, help_text="机关在来件页和今日事项里看到。")


@dataclass(frozen=True)
class Act:
    """One act on a voice."""

    title: str
    words: str
    form: type[AboutVoice]
    run: Callable[..., Any]
    may: Callable[[Account, Voice], bool]


ACTS: dict[str, Act] = {
    "keep": Act("认领", "认领", KeepForm, keep_voice,
                lambda account, voice: voice.keeper_id != account.pk and not claim_fault(account, voice)),
    "answer": Act("答复", "答复", AnswerForm, answer_voice,
                  lambda account, voice: _answers(voice) and not keeper_fault(account, voice)),
    "refuse": Act("不予办理", "不予办理", RefuseForm, refuse_voice,
                  lambda account, voice: not keeper_fault(account, voice)),
    "move": Act("转送其他机关", "转送", MoveForm, move_voice, may_move),
    "press": Act("督促答复", "督促", PressForm, press_for_answer, supervises),
}  # fmt: skip


def _answers(voice: Voice) -> bool:
    """A complaint about an employer is accepted or not; everything else can be answered."""
    return voice.kind != "wages" or voice.is_tip_off


def acts_for(voice: Voice, account: Account) -> dict[str, Act]:
    """What this person may do with it now."""
    return {name: act for name, act in ACTS.items() if voice.is_open and act.may(account, voice)}

"""The three forms: a violation of labour law, an officer or a decision, a question."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms

from yangguang.base.form_fields import DayField, WrittenField
from yangguang.bulletin.api import public_bodies
from yangguang.kernel import clock
from yangguang.kernel.money import parse_yuan
from yangguang.kernel.refusal import Refused
from yangguang.portal.voices.files import EnclosuresField
from yangguang.portal.voices.guard import GuardedForm
from yangguang.portal.voices.people import person_of, rows_of

SIDES = (("complaint", "我是劳动者本人，或者受推选的代表（投诉）"), ("tip_off", "我知道情况（举报，可以不留姓名）"))
CONSENT = "我填写的是真实情况；同意机关为办理本件使用这些内容，并按所留方式与我联系。"
MOST_WORKERS = 200
MOST_REPRESENTATIVES = 10
HIDDEN = "只有办理机关看得到，提交后公示网站不留存。"


class VoiceForm(GuardedForm):
    """What every voice has: to whom, what happened, who says so, what is enclosed, and consent."""

    body = forms.ChoiceField(
        label="向哪个机关反映", help_text="不清楚的选最接近的；不归它管的，会转送或者告知您向谁提出。"
    )
    account = WrittenField(label="情况", most=4000, lines=True)
    name = WrittenField(label="您的姓名", most=60, required=False, help_text=HIDDEN)
    phone = WrittenField(
        label="手机号", most=20, required=False, help_text="留了手机号的，可以凭后四位查询。",
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "tel"}),
    )  # fmt: skip
    enclosures = EnclosuresField(label="附件")
    consent = forms.BooleanField(label=CONSENT, error_messages={"required": "请阅读说明并勾选同意后再提交。"})

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["consent"].error_messages["required"] = "请阅读说明并勾选同意后再提交。"
        choices = [("", "请选择"), *public_bodies().values_list("ref", "name")]
        self.fields["body"].choices = choices  # type: ignore[attr-defined]

    def clean_phone(self) -> str:
        """Digits, perhaps with signs between them."""
        phone: str = self.cleaned_data["phone"]
        digits = sum(1 for sign in phone if sign.isdecimal())
        if phone and not (7 <= digits <= 15 and all(sign.isdecimal() or sign in "+- ()" for sign in phone)):
            raise forms.ValidationError("电话号码不对。请填写手机号或者带区号的电话。")
        return phone

    def told(self) -> dict[str, object]:
        """What is sealed: plain values under the names the desk knows."""
        kept = self.fields.keys() - {"once", "stamp", "homepage", "consent", "enclosures", "body"}
        values: dict[str, Any] = {name: self.cleaned_data.get(name) for name in kept}
        return {name: value.isoformat() if hasattr(value, "isoformat") else value for name, value in values.items()}


class WagesForm(VoiceForm):
    """A complaint or a tip-off about an employer (劳动保障监察条例9)."""

    parts = (
        ("用人单位", ("side", "body", "employer_name", "employer_address", "employer_contact", "employer_phone")),
        ("事情经过", ("account", "requests", "began_on", "ended_on", "workers_count", "amount")),
        ("您和其他劳动者", ("name", "phone", "person_id", "representatives", "workers")),
        ("附件和确认", ("enclosures", "consent")),
    )
    # Name and telephone are asked of both, but not said to be free: who complains must leave them.
    shown_when: ClassVar[dict[str, str]] = {
        "requests": "side=complaint", "representatives": "side=complaint",
        "name": "side=complaint|tip_off", "phone": "side=complaint|tip_off",
    }  # fmt: skip
    free_when_shown = frozenset({"representatives"})
    side = forms.ChoiceField(label="您是", choices=SIDES, widget=forms.RadioSelect, initial="complaint")
    employer_name = WrittenField(label="单位名称", most=120, help_text="不知道全称的，写招牌、工地或者老板的名称。")
    employer_address = WrittenField(label="单位或者工地地址", most=200)
    employer_contact = WrittenField(label="老板或者负责人", most=60, required=False)
    employer_phone = WrittenField(label="单位电话", most=40, required=False)
    requests = WrittenField(
        label="您要求什么", most=2000, lines=True, required=False, help_text="例如：支付拖欠的工资。"
    )
    began_on = DayField(label="从哪天开始", required=False)
    ended_on = DayField(label="到哪天为止", required=False, help_text="还在继续的不填。")
    workers_count = forms.IntegerField(
        label="涉及几个人", min_value=1, max_value=100000, initial=1,
        error_messages={"invalid": "请填写人数，例如 12。", "min_value": "至少是1人。", "max_value": "人数太多，请核对。"},
    )  # fmt: skip
    amount = WrittenField(label="一共欠多少钱（元）", most=20, required=False, help_text="不清楚的不填。")
    person_id = WrittenField(label="身份证号码", most=30, required=False)
    representatives = WrittenField(
        label="推选的代表", most=800, lines=True, required=False, help_text="多人投诉的，每行一名：姓名 身份证号码 电话。",
    )  # fmt: skip
    workers = WrittenField(
        label="劳动者名单", most=8000, lines=True, required=False, 
        help_text=f"每行一名：姓名 欠薪金额，最多{MOST_WORKERS}行；也可以拍照作附件。",
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["account"].help_text = "什么时候、干什么活、怎样约定、欠了什么。不写您的姓名、电话，写在下面。"
        self.fields["name"].help_text = f"投诉的写明，举报的可以不留。{HIDDEN}"
        self.fields["phone"].help_text = "投诉的写明，便于通知您；举报的可以不留。留了手机号的，可以凭后四位查询。"

    def clean_amount(self) -> int:
        """In 分; nothing typed is nothing known."""
        text = self.cleaned_data["amount"]
        return _mended(lambda: parse_yuan(text)) if text else 0

    def clean_person_id(self) -> str:
        """With its check character."""
        typed = self.cleaned_data["person_id"]
        return _mended(lambda: person_of("本人", typed).person_id) if typed else ""

    def clean_representatives(self) -> list[dict[str, str]]:
        """Each with a name."""
        return _mended(lambda: rows_of(self.cleaned_data["representatives"], most=MOST_REPRESENTATIVES, label="代表"))

    def clean_workers(self) -> str:
        """As it was typed; only its length is looked at."""
        text: str = self.cleaned_data["workers"]
        if len(text.splitlines()) > MOST_WORKERS:
            raise forms.ValidationError(f"名单最多{MOST_WORKERS}行。更多的请拍照或者做成 PDF 作附件。")
        return text

    def clean(self) -> dict[str, Any]:
        """What a complaint needs more than a tip-off, and what belongs elsewhere."""
        told = super().clean()
        if told.get("side") == "complaint":
            for field, words in (("name", "投诉应当写明姓名；不愿意留名的，选“举报”。"), ("phone", "投诉应当留下电话，便于通知您。"),
                                 ("requests", "投诉应当写明要求什么。")):  # fmt: skip
                if field in told and not told[field]:
                    self.add_error(field, words)
        began, ended = told.get("began_on"), told.get("ended_on")
        if began and began > clock.today():
            self.add_error("began_on", "开始的日期晚于今天。请核对。")
        if began and ended and ended < began:
            self.add_error("ended_on", "结束的日期早于开始的日期。请核对。")
        rows = len([line for line in str(told.get("workers") or "").splitlines() if line.strip()])
        if told.get("workers_count") and max(rows, len(told.get("representatives") or [])) > told["workers_count"]:
            self.add_error(
                "workers_count", f"名单、代表有{max(rows, len(told['representatives']))}人，多于填写的人数。请核对。"
            )
        self._says_nobody(told)
        return told

    def _says_nobody(self, told: dict[str, Any]) -> None:
        """Who complains is kept secret: their name has no place in what goes on to others (劳动保障监察条例9)."""
        words = [told.get("name") or "", told.get("phone") or "", told.get("person_id") or ""]
        words += [row[part] for row in told.get("representatives") or [] for part in ("name", "phone")]
        for field in ("account", "requests"):
            plain = "".join((told.get(field) or "").split())
            if any(len(word) > 1 and "".join(word.split()) in plain for word in words):
                self.add_error(
                    field, "这里不要写您和代表的姓名、电话、身份证号码，机关要为您保密。请删去，只在下面填写。"
                )


class ConductForm(VoiceForm):
    """About how officers enforced, or about a decision (行政处罚法75). Nobody has to say who they are."""

    parts = (
        ("投诉谁", ("body", "about_name")), ("事情经过", ("account", "wanted")), ("您的联系方式", ("name", "phone")),
        ("附件和确认", ("enclosures", "consent")),
    )  # fmt: skip
    about_name = WrittenField(
        label="执法人员姓名或者证号", most=60, required=False, help_text="不知道的不填，在情况里写明时间、地点。"
    )
    wanted = WrittenField(label="您要求什么", most=1000, lines=True, required=False)
    n = forms.CharField(widget=forms.HiddenInput, required=False, max_length=80)
    d = forms.CharField(widget=forms.HiddenInput, required=False, max_length=26)

    def __init__(self, *args: Any, about: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["account"].help_text = "什么时候、在哪里、谁做了什么。"
        self.about = about
        if about:
            del self.fields["body"]
        if about.get("officer_ref"):
            del self.fields["about_name"]

    def told(self) -> dict[str, object]:
        """With the officer or the decision it is about."""
        kept = {name: value for name, value in super().told().items() if name not in {"n", "d"}}
        return kept | {
            name: self.about.get(name, kept.get(name, "")) for name in ("officer_ref", "notice_ref", "about_name")
        }


class QuestionForm(VoiceForm):
    """A question."""

    parts = (
        ("咨询什么", ("body", "account")),
        ("您的联系方式", ("name", "phone")),
        ("附件和确认", ("enclosures", "consent")),
    )


def _mended(read: Any) -> Any:
    try:
        return read()
    except Refused as refusal:
        raise forms.ValidationError(f"{refusal.reason}{refusal.remedy}") from None

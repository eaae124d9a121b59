"""The forms of the register of recording devices."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms

from yangguang.base.form_fields import DayField, WrittenField, YesNoField, offer
from yangguang.base.forms import DatedForm, OfficialForm
from yangguang.directory.api import Account, Officer, Unit
from yangguang.kernel.money import parse_yuan
from yangguang.kernel.refusal import Refused
from yangguang.records.models import DeviceKind, RecordingDevice

MOST = 2_000_000_000
AHEAD = "快为正数，慢为负数，如慢 3 秒填 -3。"


class YuanField(forms.CharField):
    """Yuan as a person types them; 分 in the program, nothing typed is 0."""

    def clean(self, value: Any) -> Any:
        """The amount in 分."""
        text = super().clean(value)
        try:
            return parse_yuan(text) if text else 0
        except Refused as refusal:
            raise forms.ValidationError(f"{refusal.reason}{refusal.remedy}") from None


def whole(label: str, *, least: int = 0, most: int = MOST, hint: str = "") -> forms.IntegerField:
    """A whole number within sense."""
    return forms.IntegerField(
        label=label, min_value=least, max_value=most, help_text=hint,
        error_messages={
            "invalid": "请填整数。", "min_value": f"不能小于{least}。", "max_value": f"不能大于{most}。",
        },
    )  # fmt: skip


class RegisterForm(OfficialForm):
    """What the register says of a device."""

    unit = forms.ModelChoiceField(Unit.objects.none(), label="使用单位", to_field_name="public_id")
    kind = forms.ChoiceField(label="设备种类", choices=DeviceKind)
    number = WrittenField(label="设备编号", most=60, help_text="与设备机身或者文件名里的编号一致，导入时按它找领用人。")
    model = WrittenField(label="型号", most=80)
    standard = WrittenField(label="设备标准", most=200, help_text="符合的技术标准或者采购标准，如 GA/T 947.1—2015。")
    bought_on = DayField(label="购置日期")
    price_fen = YuanField(label="购置价格（元）", required=False, max_length=20)

    def __init__(self, keeper: Account, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "unit", Unit.objects.filter(body_id=keeper.body_id).order_by("pk"))


class AboutDevice(DatedForm):
    """An act on one device."""

    def __init__(self, device: RecordingDevice, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.device = device


class CheckOutForm(AboutDevice):
    """Who takes it, what for, and how it stands."""

    officer = forms.ModelChoiceField(Officer.objects.none(), label="领用人", to_field_name="public_id")
    purpose = WrittenField(label="用途", most=200, help_text="去哪里、办什么事。")
    clock_offset_seconds = whole("设备时间偏差（秒）", least=-MOST, hint=f"设备时间减标准时间。{AHEAD}")
    battery_percent = whole("电量（%）", least=1, most=100)
    space_gb = whole("可用空间（GB）", least=1, most=100_000)

    def __init__(self, device: RecordingDevice, *args: Any, **kwargs: Any) -> None:
        super().__init__(device, *args, **kwargs)
        offer(self, "officer", Officer.objects.filter(body=device.body_id, left_on=None).order_by("pk"))


class ReturnForm(AboutDevice):
    """Whether it is empty, and how it came back."""

    shown_when: ClassVar[dict[str, str]] = {"left_note": "emptied=no"}
    emptied = YesNoField(label="设备内的文件已经全部入库")
    left_note = WrittenField(label="尚未入库的文件和原因", most=400, required=False)
    condition = WrittenField(label="归还时的状况", most=200, required=False)


class CalibrationForm(AboutDevice):
    """What was measured, and what is left after setting it."""

    measured_seconds = whole("校准前偏差（秒）", least=-MOST, hint=f"设备时间减标准时间。{AHEAD}")
    left_seconds = whole("校准后偏差（秒）", least=-MOST)


class FaultForm(AboutDevice):
    """What does not work."""

    fault = WrittenField(label="故障", most=400)


class RepairForm(AboutDevice):
    """What was done."""

    done = WrittenField(label="修复情况", most=400)
    cost_fen = YuanField(label="维修费用（元）", required=False, max_length=20)


class RetireForm(AboutDevice):
    """Why it goes."""

    reason = WrittenField(label="报废原因", most=400)

"""Enclosures of strangers: few, small, photographs and PDF by content and name, nothing that acts by itself."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any

from django import forms
from django.conf import settings

from yangguang.base import vault
from yangguang.bulletin.api import voices
from yangguang.kernel.refusal import Refused
from yangguang.portal.showing import printable

KINDS = ("image/jpeg", "image/png", "application/pdf")
BEGINS = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"%PDF-")
ACTS = (b"/JavaScript", b"/JS ", b"/JS(", b"/Launch", b"/EmbeddedFile", b"/OpenAction", b"/XFA", b"/RichMedia")
NAME = 80
MEGABYTE = 1024 * 1024


class ManyFiles(forms.ClearableFileInput):
    """One field, several files; an old telephone offers its camera and its pictures."""

    allow_multiple_selected = True


class EnclosuresField(forms.FileField):
    """What somebody sends along, checked one by one."""

    def __init__(self, **kwargs: Any) -> None:
        most, each = settings.VOICE_FILES, settings.VOICE_FILE_BYTES // MEGABYTE
        kwargs.setdefault(
            "help_text", f"照片（JPG、PNG）或者 PDF，最多{most}个，每个不超过{each} MB。没有提交成功的要重新选择。"
        )
        super().__init__(widget=ManyFiles(attrs={"accept": ",".join(KINDS)}), required=False, **kwargs)

    def clean(self, data: Any, initial: Any = None) -> Any:
        """The files, or a sentence that names the one that is wrong."""
        given = [one for one in (data if isinstance(data, list | tuple) else [data]) if one]
        if len(given) > settings.VOICE_FILES:
            raise forms.ValidationError(f"最多{settings.VOICE_FILES}个附件，现有{len(given)}个。")
        if sum(one.size for one in given) > settings.VOICE_FILES_BYTES:
            raise forms.ValidationError(
                f"附件合计不能超过{settings.VOICE_FILES_BYTES // MEGABYTE} MB。请减少或者压缩。"
            )
        return [_checked(one) for one in given]


def _checked(upload: Any) -> voices.Enclosed:
    name = printable(PurePath(str(upload.name).replace("\\", "/")).name, 10 * NAME)
    shown = (name[: NAME - 5] + PurePath(name).suffix[:5]) if len(name) > NAME else name
    try:
        content = vault.content_of(upload, limit=settings.VOICE_FILE_BYTES)
        kind = vault.media_type_of(content, name=name, kinds=KINDS, limit=settings.VOICE_FILE_BYTES)
    except Refused as refusal:
        raise forms.ValidationError(f"“{shown}”：{refusal.reason}{refusal.remedy}") from None
    if not content.startswith(BEGINS):
        raise forms.ValidationError(f"“{shown}”：文件开头不是照片或者 PDF。请重新拍照或者另存后上传。")
    if kind == "application/pdf" and any(act in content for act in ACTS):
        raise forms.ValidationError(f"“{shown}”：PDF 里有会自动运行的内容。请打印成 PDF 或者拍照后上传。")
    return voices.Enclosed(shown, content)

"""Small marks: status tags, kind tags, redaction tokens, marks of change."""

from django.utils.html import format_html
from django.utils.safestring import SafeString

from yangguang.base.components.icons import icon
from yangguang.base.components.library import register

STATUSES = {
    "published": ("公开中", "eye", "ok"),
    "corrected": ("已更正", "pencil", "accent"),
    "withdrawn": ("已撤回", "arrow-back-up", "rest"),
    "expired": ("期满下架", "clock-off", "rest"),
    "repaired": ("已修复", "check", "ok"),
    "needs_judgement": ("待判断", "alert-triangle", "soon"),
    "problem": ("有问题", "x", "late"),
    "fine": ("符合", "check", "ok"),
    "major": ("重大执法决定", "gavel", "accent"),
    "current": ("现行有效", "check", "ok"),
    "superseded": ("已被取代", "history", "rest"),
    "draft": ("草稿", "pencil", "rest"),
    "returned": ("已退回", "arrow-back-up", "soon"),
    "voided": ("已作废", "x", "rest"),
}
CHANGES = {"changed": ("改", "accent"), "added": ("增", "ok"), "removed": ("删", "late")}


@register.simple_tag
def status(kind: str, label: str = "") -> SafeString:
    """The state of a record: icon and words on a tint. At most three beside a title."""
    words, shape, tint = STATUSES[kind]
    return format_html('<span class="tag {}">{}{}</span>', tint, icon(shape), label or words)


@register.simple_tag
def tag(label: object, tint: str = "", shape: str = "") -> SafeString | str:
    """A neutral outline tag for kinds (普通程序), or a tinted one (ok, soon, late, accent, rest)."""
    if not label:
        return ""
    return format_html('<span class="tag {}">{}{}</span>', tint, icon(shape) if shape else "", label)


@register.simple_tag
def provisional(day_words: str = "") -> SafeString:
    """The dashed tag 暂定, after a date that will be settled when next year's calendar is out."""
    return format_html('{}{}<span class="tag provisional">暂定</span>', day_words, " " if day_words else "")


@register.simple_tag
def redaction(kind: str) -> SafeString:
    """What was hidden from the public, by kind: 自然人姓名, 身份证号, 银行账号."""
    return format_html('<span class="redacted"><span class="visually-hidden">已隐去：</span>{}</span>', kind)


@register.simple_tag
def change_mark(kind: str) -> SafeString:
    """改, 增 or 删 beside a row of a comparison."""
    words, tint = CHANGES[kind]
    return format_html('<span class="tag {}">{}</span>', tint, words)


@register.simple_tag
def removed(text: str) -> SafeString:
    """Words that fell, struck and read out as such."""
    return format_html('<del><span class="visually-hidden">删去：</span>{}</del>', text)


@register.simple_tag
def added(text: str) -> SafeString:
    """Words that came, underlined and read out as such."""
    return format_html('<ins><span class="visually-hidden">增加：</span>{}</ins>', text)

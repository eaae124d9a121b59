"""Papers beside an instruction: the record of its posting, a later day, its annulment or replacement."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from yangguang.base.press.blocks import SignatureLine, facts
from yangguang.base.press.plain import chinese_date
from yangguang.base.press.sheet import Sheet
from yangguang.cases.kinds.labour.documents.frame import form, letter


def posting_record(
    case: Any, *, number: str, party: str, places: str, fled_how: str, tries: tuple[str, str, str], film: str,
    officers: Iterable[str], on: date,
) -> Sheet:  # fmt: skip
    """张贴记录: that they fled, to whom the paper could not be handed, where it was posted and filmed."""
    person, family, reception = tries
    told = facts(
        [("案号", case.number), ("文书", number)], [("行为人", party), ("张贴日期", chinese_date(on))],
        ("逃匿的情况", fled_how), ("送交本人的情况", person), ("送交同住成年家属的情况", family),
        ("送交单位收件人的情况", reception), ("张贴地点", places), ("照片、录像", film),
        ("依据", "《最高人民法院关于审理拒不支付劳动报酬刑事案件适用法律若干问题的解释》第四条第二款"),
    )  # fmt: skip
    signed = [SignatureLine("张贴人", name, on) for name in officers]
    return form(title="张贴责令记录", body_name=case.body.name, blocks=[told, *signed], dated_on=on)


def extension_notice(case: Any, *, number: str, party: str, moved: Iterable[str], reason: str, on: date) -> Sheet:
    """延期通知书: which orders have a later day, and why."""
    words = (
        f"本机关作出的{number}限期改正指令书，{reason}经审查，决定将下列要求的期限延长：", *moved,
        "其余内容不变。请按延长后的期限改正。",
    )  # fmt: skip
    return letter(title="延长改正期限通知书", body_name=case.body.name, to=party, words=words, dated_on=on)


def annulment(
    case: Any, *, number: str, party: str, reason: str, on: date, replaced: bool = False, paper: str = "限期改正指令书"
) -> Sheet:
    """撤销决定书、变更决定书: which paper loses its force, why, and whether another takes its place."""
    title = "变更决定书" if replaced else "撤销决定书"
    ending = "本机关将重新作出指令，并重新确定期限。" if replaced else "自本决定作出之日起不再执行。"
    words = (f"本机关对你单位作出的{number}{paper}，{reason}现决定{'变更' if replaced else '撤销'}。{ending}",)
    return letter(title=title, body_name=case.body.name, to=party, words=words, dated_on=on)

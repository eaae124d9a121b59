"""The 调阅审批单: one form with request, opinion, what was granted and how it ended."""

from __future__ import annotations

from yangguang.base.press.blocks import Block, Heading, Letterhead, Opinion, SignatureLine, Table, facts
from yangguang.base.press.sheet import Sheet
from yangguang.kernel import clock
from yangguang.kernel.written_days import in_words
from yangguang.records.access_queries import items_of
from yangguang.records.models import AccessRequest, AccessState

TITLE = "案卷原件调阅审批单"


def access_sheet(access: AccessRequest) -> Sheet:
    """As it stands now."""
    day = clock.legal_day(access.asked_at)
    told: list[tuple[str, str]] = [
        ("申请编号", access.number), ("案号", access.file_number), ("申请人", access.asked_by_name),
        ("单位", access.asked_by_body.name), ("依据", access.get_ground_display()), ("事由", access.purpose),
        ("事项编号", access.matter_number), ("范围", access.get_scope_display()), ("具体内容", access.extent),
        ("申请期限", f"{in_words(day)}至{in_words(access.wanted_until)}"),
        ("使用方式", "在线查看并下载原件" if access.wants_download else "在线查看，不下载"),
    ]  # fmt: skip
    blocks: list[Block] = [Letterhead(access.body.name, red=False), Heading(TITLE), facts(*told)]
    signed = clock.legal_day(access.decided_at) if access.decided_at else None
    words = access.opinion + (f"法定理由：{access.legal_reason}" if access.legal_reason else "")
    blocks.append(Opinion("审批意见", words, access.decided_by_name, signed))
    if access.access_expires_on:
        way = "可以下载原件" if access.download else "只准在线查看"
        blocks.append(facts(("批准的期限", f"至{in_words(access.access_expires_on)}"), ("批准的方式", way)))
        rows = tuple((str(number), one.title) for number, one in enumerate(items_of(access), start=1))
        blocks.append(Table(("序号", "准许调阅的内容"), rows, widths=(1, 9)))
    if access.ended_at:
        ended = f"{access.get_state_display()}：{access.end_reason or access.opinion}"
        blocks.append(facts(("结束", f"{in_words(clock.legal_day(access.ended_at))}　{ended}")))
    if access.state != AccessState.REFUSED:
        blocks.append(SignatureLine("调阅人（签名）"))
    return Sheet(TITLE, tuple(blocks), day, number=access.number, body_name=access.body.name, form=True)

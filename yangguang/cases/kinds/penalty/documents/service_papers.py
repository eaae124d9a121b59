"""送达地址确认书、送达公告."""

from __future__ import annotations

from datetime import date

from yangguang.base.press.blocks import SignatureLine, facts, paragraph
from yangguang.base.press.sheet import Sheet
from yangguang.cases.kinds.penalty.documents import frame
from yangguang.cases.models import AnnouncementGround, Case, ElectronicWay, ServiceAddressConfirmation

CONFIRMATION, ANNOUNCEMENT = "送达地址确认书", "送达公告"
TOLD = (
    "一、送达地址有变更的，应当及时书面告知本机关；没有告知的，本机关仍按本确认书的地址送达。",
    f"二、拒绝接收文书的，本机关依照{frame.cited(('CPL-2023:89',))}的规定留置送达；受送达人下落不明，或者用其他方式无法送达的，"
    f"依照{frame.cited(('CPL-2023:95.1',))}的规定公告送达，公告期满即视为送达。",
    f"三、同意电子送达的，依照{frame.cited(('APL-2021:61.2', 'CPL-2023:90'))}的规定，文书到达所填系统的日期为送达日期；需要纸质"
    "文书的，本机关提供。不同意的，不采用电子方式送达。",
    "四、拒绝填写本确认书的，本机关注明情况，按案卷记载的住所送达，不采用电子方式送达。",
)


def confirmation(row: ServiceAddressConfirmation) -> Sheet:
    """Where the party wants to be served, whether electronically, what follows from refusing, and its signature."""
    electronic = "不同意"
    if row.consents:
        electronic = f"同意，{ElectronicWay(row.electronic_way).label}：{row.electronic_address}"
    told = [facts(("案由", row.case.title), [("案号", row.case.number), ("当事人", row.whom.name)])]
    if row.refused:
        told.append(facts(("拒绝确认的情况", row.refusal)))
    else:
        told.append(
            facts(
                ("送达地址", row.address),
                [("收件人或者代收人", row.recipient), ("联系电话", row.phone)], ("电子送达", electronic),
            )
        )  # fmt: skip
    signed = SignatureLine("当事人", "" if row.refused else row.signed_by, row.confirmed_on)
    return frame.form(
        row.case, title=CONFIRMATION, blocks=[*told, *map(paragraph, TOLD), signed], dated_on=row.confirmed_on
    )


def announcement(
    case: Case, *, title: str, number: str, party: str, ground: str, days: int, dated_on: date
) -> Sheet:  # fmt: skip
    """To whom, which paper, why so, and from when it counts as served."""
    why = (
        "因你（单位）下落不明"
        if ground == AnnouncementGround.WHEREABOUTS_UNKNOWN
        else "因用其他方式无法向你（单位）送达"
    )
    text = [
        f"本机关办理的{case.title}一案（{case.number}），{why}，依照{frame.cited(('CPL-2023:95.1',))}的规定，现向你（单位）"
        f"公告送达《{title}》{number}。",
        f"请自公告发出之日起{days}日内到本机关领取；逾期不领取的，自公告发出之日起经过{days}日，即视为送达；期满之日为法定休假日的，顺延到其后的第一日。",
        "文书载明的陈述、申辩、要求听证、申请行政复议、提起行政诉讼和履行的期限，自送达之日起计算。",
    ]
    return frame.letter(case, title=ANNOUNCEMENT, to=party, text=text, dated_on=dated_on)

"""查封、扣押决定书 and what follows it: the five statutory items, extension, test period, release, handing over."""

from __future__ import annotations

from datetime import date

from yangguang.cases.kinds.labour.remedies import in_words
from yangguang.cases.kinds.penalty.documents import frame
from yangguang.cases.models import CoerciveMeasure, ExpertExamination, ReleaseGround
from yangguang.cases.rules.publicity import WILL_BE_PUBLIC
from yangguang.statutes import clause

INITIAL, EXTENSION = "ACL-2011:25.1#initial", "ACL-2011:25.1#extension"


def title_of(line: CoerciveMeasure) -> str:
    """查封决定书 or 扣押决定书."""
    return f"{line.get_kind_display()}决定书"


def words(line: CoerciveMeasure, *, items: int, place: str, due_on: date, remedies: dict[str, str]) -> list[str]:
    """The party, reasons and basis, term, things, remedies (ACL-2011:24.2)."""
    kind, days = line.get_kind_display(), clause(INITIAL).amount(unit="calendar_day")
    party = line.party
    return [
        f"当事人：{party.name}　{party.code}　地址：{party.address or '见案卷'}",
        f"经查，你（单位）涉嫌{line.case.title}。{frame.sentence(line.reason)}",
        f"依据{frame.cited(line.basis)}和{frame.cited(['ACL-2011:22'])}的规定，决定对存放在{place}的{items}件（批）场所、设施或者财物予以"
        f"{kind}，名称、数量见所附清单。",
        f"{kind}期限{days}日，至{frame.chinese_date(due_on)}止；情况复杂的，经批准可以延长，本机关将书面告知。"
        "检测、检验、检疫或者技术鉴定的期间不计入，本机关将书面告知。",
        *([f"本次系情况紧急当场实施：{frame.sentence(line.urgent_reason)}"] if line.urgent_reason else []),
        "你（单位）有权陈述和申辩。" + in_words(remedies, "决定"),
        WILL_BE_PUBLIC,
    ]  # fmt: skip


def extension_words(line: CoerciveMeasure, *, reason: str, due_on: date, remedies: dict[str, str]) -> list[str]:
    """Why it takes longer, until when, remedies."""
    return [
        f"本机关对你（单位）作出{line.number}{title_of(line)}。因情况复杂：{frame.sentence(reason)}",
        f"依据{frame.cited([EXTENSION])}的规定，经本机关负责人批准，决定延长{line.get_kind_display()}期限，延长至"
        f"{frame.chinese_date(due_on)}。",
        in_words(remedies, "决定"),
    ]  # fmt: skip


def examination_words(line: CoerciveMeasure, examination: ExpertExamination) -> list[str]:
    """From when to when, at whose cost."""
    return [
        f"本机关委托{examination.institution}对{line.number}{title_of(line)}所列物品进行检测、鉴定：{frame.sentence(examination.about)}",
        f"期间自{frame.chinese_date(examination.began_on)}至{frame.chinese_date(examination.planned_end)}。依据"
        f"{frame.cited(['ACL-2011:25.3'])}的规定，该期间不计入{line.get_kind_display()}期限，费用由本机关承担。",
    ]  # fmt: skip


def release_words(line: CoerciveMeasure, *, ground: str, note: str, ways: list[str]) -> list[str]:
    """The ground, what goes back, how."""
    return [
        f"本机关对你（单位）作出{line.number}{title_of(line)}。现因{ReleaseGround(ground).label}，依据"
        f"{frame.cited(['ACL-2011:28.1'])}的规定，决定自即日起解除。{frame.sentence(note)}",
        *([f"下列财物立即退还：{'；'.join(ways)}。请凭本决定书领取并签收。"] if ways else []),
    ]  # fmt: skip


def handover_words(line: CoerciveMeasure, *, to: str) -> list[str]:
    """To whom the things go, and that the party is told so."""
    return [
        f"你（单位）涉嫌犯罪，本机关依法将案件移送{to}。依据{frame.cited(['ACL-2011:21'])}的规定，{line.number}"
        f"{title_of(line)}所列财物一并移送，特此告知。",
    ]  # fmt: skip

"""What each kind of paper is called: read off the places that make it, and the words for papers that come otherwise."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from structure.reference.sentences import argument, known, sentences_of

ROOT = Path(__file__).parents[2]
# Papers whose title is chosen when they are made, and those that come from outside.
OTHERS = {
    "delisting_decision": "提前移出失信联合惩戒名单决定书",
    "delisting_record": "失信联合惩戒名单到期移出记录",
    "delisting_refusal": "不予提前移出失信联合惩戒名单决定书",
    "major_candidate_form": "重大劳动保障违法行为候选表",
    "major_correction": "重大劳动保障违法行为公布更正说明",
    "major_objection_answer": "公布异议复核决定书",
    "major_publication": "重大劳动保障违法行为公布稿",
    "major_publication_approval": "重大劳动保障违法行为公布审批表",
    "major_takedown_record": "停止公布记录",
    "list_decision": "列入失信联合惩戒名单决定书",
    "list_notice": "拟列入失信联合惩戒名单告知书",
    "listing_annulment": "撤销列入失信联合惩戒名单决定书",
    "listing_proposal": "拟列入失信联合惩戒名单审批表",
    "listing_publication": "失信联合惩戒名单公示单",
    "not_listing_decision": "不予列入失信联合惩戒名单决定书",
    "objection_answer": "异议核实结果告知书",
    "restoration_decision": "恢复列入失信联合惩戒名单决定书",
    "criminal_investigation_report": "涉嫌犯罪案件情况的调查报告",
    "criminal_transfer_approval": "移送涉嫌犯罪案件审批表",
    "criminal_transfer_report": "移送涉嫌犯罪案件的报告",
    "archive_note": "归档后附加说明",
    "acknowledgement_of_return": "退还物品签收单",
    "added_material_record": "补充材料登记表",
    "new_evidence_record": "补充材料登记表（新证据）",
    "bank_receipt": "银行缴款回单",
    "case_item_inventory": "涉案物品清单",
    "custody_agreement": "委托保管协议",
    "disposal_voucher": "涉案物品处理凭证",
    "evidence_extraction": "证据提取单",
    "education_record": "教育记录",
    "integrity_pledge": "守法诚信承诺书",
    "supervision_advice": "劳动保障监察建议书",
    "assignment_slip": "线索交办单",
    "hearing_announcement": "听证公告",
    "examination_note": "检验报告、鉴定结论的说明",
    "items_handover_record": "涉案物品、材料移交清单",
    "items_notice": "涉案物品移送告知书",
    "payment_letter": "劳动报酬支付情况告知函",
    "reconsideration_request": "提请复议意见书",
    "supervision_suggestion": "建议立案监督函",
    "suspicion_form": "涉嫌犯罪线索表",
    "taking_back_record": "涉嫌犯罪案件收回处理记录",
    "taking_back_notice": "涉嫌犯罪案件收回处理告知书",
    "task_force_appointment": "涉嫌犯罪案件专案组指定书",
    "rectification_instruction": "劳动保障监察限期改正指令书",
    "notice_of_hearing": "听证通知书",
    "hearing_postponement": "延期听证通知书",
    "hearing_staff_change": "更换听证人员通知书",
    "inspection_approval": "现场检查审批表",
    "examination_notice": "检测、检验、检疫、技术鉴定期间告知书",
    "extension_decision": "延长行政强制措施期限决定书",
    "handover_record": "查封、扣押财物移送告知书",
    "measure_approval": "行政强制措施审批表",
    "no_penalty_decision": "不予行政处罚决定书",
    "notice_of_advance_preservation": "先行登记保存通知书",
    "on_the_spot_penalty_decision": "当场处罚决定书",
    "payment_receipt": "缴款凭证",
    "penalty_approval": "行政处罚审批表",
    "penalty_decision": "行政处罚决定书",
    "preservation_approval": "先行登记保存审批表",
    "preserved_items_disposition": "先行登记保存物品处理决定书",
    "prior_notice": "行政处罚事先告知书",
    "remedy_answer": "行政复议答复书、行政诉讼答辩状",
    "remedy_answer_receipt": "提交答复、答辩的回执",
    "remedy_evidence_list": "证据目录",
    "forwarding_letter": "行政复议申请转送函",
    "release_decision": "解除查封（扣押）决定书",
    "remittance_slip": "交款单",
    "review_exemption": "免予法制审核的记录",
    "review_opinion": "法制审核意见",
    "review_request": "送审记录",
    "sale_record": "变卖记录",
    "sealing_or_seizure_decision": "查封（扣押）决定书",
}


def paper(kind: str) -> str:
    """The Chinese name of a kind of paper."""
    names = _made() | OTHERS
    if kind not in names:
        raise LookupError(f"{kind} has no Chinese name: give it one in OTHERS of {__name__}")
    return names[kind]


@cache
def _made() -> dict[str, str]:
    return {kind: title for path in sorted((ROOT / "yangguang").rglob("*.py")) for kind, title in _titles(path)}


def _titles(path: Path) -> Iterator[tuple[str, str]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "make_document":
            for kind in sentences_of(argument(node, "kind")):
                for title in sentences_of(known(argument(node, "title"), path)):
                    yield kind, title.split("（")[0]

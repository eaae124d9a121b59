"""Gates about what the file holds: records, verified and lawful evidence, clear facts, a concluded investigation."""

from __future__ import annotations

from yangguang.cases import standing
from yangguang.cases.gates import Attempt, gate
from yangguang.records.api import DocumentStatus, Evidence, is_signed

RECORDS = ("interview_record", "on_site_record")


@gate("records_made", label="询问、检查有笔录", clauses=("APL-2021:55.2",), remedy="请补齐笔录和签名页，拒签的注明。")
def records_made(attempt: Attempt) -> str:
    """No record of any inquiry or inspection, or one that nobody confirmed."""
    papers = standing.papers_of(attempt.case)
    records = [one for one in papers if one.kind in RECORDS and one.status != DocumentStatus.VOIDED]
    if not records:
        return "询问或者检查未制作笔录。"
    for record in records:
        if not is_signed(record):
            return f"《{record.title}》未经确认，也未注明拒签原因。"
    return ""


@gate("evidence_verified", label="引用的证据已查证", clauses=("APL-2021:46.2",), remedy="请先查证，或者不再引用。")
def evidence_verified(attempt: Attempt) -> str:
    """A found fact, or one about to be found, names evidence never verified, or a record that was voided since."""
    facts = [*standing.found_facts(attempt.case), *dict.get(attempt.given, "facts", ())]
    cited = standing.cited_evidence(facts, attempt.case)
    return "" if all(e.verified_on and not _is_voided(e) for e in cited.values()) else "证据未经查证属实。"


@gate("evidence_lawful", label="没有引用已排除的证据", clauses=("APL-2021:46.3",), remedy="请不再引用该证据。")
def evidence_lawful(attempt: Attempt) -> str:
    """A found fact names evidence that was excluded."""
    facts = standing.found_facts(attempt.case)
    cited = standing.cited_evidence(facts, attempt.case)
    return "以非法手段取得的证据不得采用。" if any(e.excluded_on for e in cited.values()) else ""


@gate("monitor_record_reviewed", label="监控记录已审核", clauses=("APL-2021:41.2",), remedy="请先经法制和技术审核。")
def monitor_record_reviewed(attempt: Attempt) -> str:
    """A cited electronic monitoring record was not reviewed."""
    facts = standing.found_facts(attempt.case)
    cited = standing.cited_evidence(facts, attempt.case)
    unseen = any(e.monitor_record and not e.monitor_reviewed_on for e in cited.values())
    return "电子监控记录未经审核，不得作为证据。" if unseen else ""


@gate("facts_clear", label="事实清楚、证据充分", clauses=("APL-2021:40",), remedy="请为每项认定事实列明已查证的证据。")
def facts_clear(attempt: Attempt) -> str:
    """No found fact, or one without verified evidence."""
    facts = standing.found_facts(attempt.case)
    cited = standing.cited_evidence(facts, attempt.case)
    sound = {ref for ref, e in cited.items() if e.verified_on and not e.excluded_on and not _is_voided(e)}
    clear = bool(facts) and all(sound & set(fact.evidence_refs) for fact in facts)
    return "" if clear else "违法事实不清、证据不足，不得给予行政处罚。"


@gate(
    "investigation_concluded", label="调查已终结", clauses=("APL-2021:57.1",), remedy="请先提交调查终结报告。",
)  # fmt: skip
def investigation_concluded(attempt: Attempt) -> str:
    """There is no report that stands."""
    concluded = attempt.case.reports.filter(superseded_on=None).exists()
    return "" if concluded else "调查尚未终结。"


def _is_voided(evidence: Evidence) -> bool:
    return evidence.document is not None and evidence.document.status == DocumentStatus.VOIDED

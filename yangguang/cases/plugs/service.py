"""Gates about service and payment: proof, who took it in, leaving, and a fine that others collect."""

from __future__ import annotations

from yangguang.cases import standing
from yangguang.cases.agents import agents_on
from yangguang.cases.gates import Attempt, gate
from yangguang.cases.models import AgentPower, Party, Relation, ServiceMethod
from yangguang.cases.serving import is_person, unserved_papers
from yangguang.records.api import Document, is_signed

DECISIONS = frozenset(
    {"penalty_decision", "no_penalty_decision", "annulment", "disposition_decision", "alteration_decision",
     "list_decision", "not_listing_decision", "delisting_decision", "delisting_refusal", "listing_annulment",
     "restoration_decision"}
)  # fmt: skip
NOT_ENTITLED = "签收人不是有权签收的人。"
WITHOUT_SIGNER = frozenset({ServiceMethod.LEFT, ServiceMethod.ELECTRONIC, ServiceMethod.ANNOUNCED})
UNSEALED = "决定书未盖作出决定的行政机关印章。"
ENTITLED_FOR_PERSON = {Relation.PARTY, Relation.ADULT_FAMILY, Relation.AGENT, Relation.DESIGNATED}
ENTITLED_FOR_ORGANISATION = {
    Relation.PARTY, Relation.LEGAL_REPRESENTATIVE, Relation.RECEPTION, Relation.AGENT, Relation.DESIGNATED,
}  # fmt: skip


@gate("paper_to_serve", label="有待送达的文书", clauses=("CPL-2023:87.1",), remedy="请先制作要送达的文书。")
def paper_to_serve(attempt: Attempt) -> str:
    """Every paper has reached everybody it is for; instructions and dispositions are served on their own pages, but that
    they did not arrive is recorded here, and they are announced from here.
    """
    if dict.get(attempt.given, "document") is not None:
        return ""
    if standing.papers_to_serve(attempt.case) if attempt.act == "serve_document" else unserved_papers(attempt.case):
        return ""
    return "没有要送达的文书。"


@gate("service_proof", label="有送达回证", clauses=("CPL-2023:87.1",), remedy="请填写回证或者回执编号，或者上传存件。")
def service_proof(attempt: Attempt) -> str:
    """Neither the proof nor its number."""
    proven = attempt.given.get("proof") is not None or str(attempt.given.get("proof_number") or "").strip()
    return "" if proven else "没有送达回证。"


@gate(
    "recipient_entitled", label="签收人有权签收", clauses=("CPL-2023:88.1", "CPL-2023:91"),
    remedy="请由法定的签收人签收，拒收的可以留置送达；委托代理人签收的，应当登记过可以代收文书的授权委托书。",
)  # fmt: skip
def recipient_entitled(attempt: Attempt) -> str:
    """Somebody took it in whom the law does not name for this kind of party, or an agent without the power to; what is
    forwarded reaches the person alone.
    """
    given = attempt.given
    if given.get("method") in WITHOUT_SIGNER:
        return ""
    if not str(given.get("recipient") or "").strip():
        posted = given.get("method") == ServiceMethod.POST
        return "邮件未妥投，不能记为送达。" if posted else NOT_ENTITLED
    if given.get("method") == ServiceMethod.FORWARDED:
        return "" if given.get("relation") == Relation.PARTY else NOT_ENTITLED
    if given.get("relation") == Relation.AGENT and not _takes_papers(attempt):
        return NOT_ENTITLED
    entitled = ENTITLED_FOR_PERSON if is_person(given.get("party")) else ENTITLED_FOR_ORGANISATION
    return "" if given.get("relation") in entitled else NOT_ENTITLED


def _takes_papers(attempt: Attempt) -> bool:
    """Whether who signed is an agent of this party whose power of attorney covers papers that day."""
    given = attempt.given
    if not isinstance(given.get("party"), Party):
        return False  # a power of attorney of this file is a party's
    agents = agents_on(attempt.case, attempt.at.day, AgentPower.SERVICE, party=given.get("party"))
    return str(given.get("recipient") or "").strip() in {agent.name for agent in agents}


@gate(
    "seal_present", label="决定书盖有机关印章", clauses=("APL-2021:59.2",),
    remedy="请加盖作出决定的机关的印章，不能盖内设机构章；盖章后的扫描件可以归入文书。",
)  # fmt: skip
def seal_present(attempt: Attempt) -> str:
    """A decision goes out for which neither a sealed copy is in the file nor the officers say that it bears the seal.

    Where it is decided there is no paper yet: what is drafted must be in the name of the body that decides, whose seal
    the paper will bear; neither a unit within it nor an organisation it entrusts has one to put there.
    """
    if attempt.act.startswith("decide_") or attempt.act == "alter_decision":
        body, named = attempt.case.body, standing.draft_content(attempt).get("body_name")
        return "" if named == body.name and body.category != "entrusted" else UNSEALED
    document: Document | None = attempt.given.get("document")
    if document is not None and document.kind not in DECISIONS:
        return ""
    sealed = attempt.given.get("sealed") is True or (document is not None and is_signed(document))
    return "" if sealed else UNSEALED


@gate(
    "fine_collection_separate", label="罚缴分离", clauses=("APL-2021:67.1", "APL-2021:67.2"),
    remedy="请登记代收机构开具的罚款收据。",
)  # fmt: skip
def fine_collection_separate(attempt: Attempt) -> str:
    """The body, the acting organisation or one of their officers took the money."""
    case, payee = attempt.case, str(attempt.given.get("payee") or "").strip()
    own = {case.body.name} | ({case.acting_body.name} if case.acting_body else set())
    own |= {row.officer.name for row in case.assignments.select_related("officer")}
    if not payee or payee in own:
        return "作出罚款决定的机关不得自行收缴罚款。"
    return ""

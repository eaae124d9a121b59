"""Every act on leads and cases by its verb: for those who walk whole cases, as the demonstration does."""

from yangguang.cases.kinds.labour.fulfilment import payable_of
from yangguang.cases.kinds.labour.roster_sheet import COLUMNS as ROSTER_COLUMNS
from yangguang.cases.rules.inventory import ItemEntry, OnTheSpot
from yangguang.cases.rules.lead_entry import ComplaintEntry, Employer, Person
from yangguang.cases.signatures import lacking_signatures
from yangguang.cases.use_cases._hearing_room import ThirdParty
from yangguang.cases.use_cases._meeting import Meeting, Said
from yangguang.cases.use_cases.add_contract_link import add_contract_link
from yangguang.cases.use_cases.advance_preservation import advance_preservation
from yangguang.cases.use_cases.allocate_number_range import allocate_number_range
from yangguang.cases.use_cases.annul_case_opening import annul_case_opening
from yangguang.cases.use_cases.annul_decision import annul_decision
from yangguang.cases.use_cases.answer_complainant import answer_complainant
from yangguang.cases.use_cases.appoint_agent import AgentFacts, appoint_agent
from yangguang.cases.use_cases.archive_file import archive_file
from yangguang.cases.use_cases.ask_for_completion import ask_for_completion
from yangguang.cases.use_cases.assign_officers import assign_officers
from yangguang.cases.use_cases.begin_on_the_spot import Scene, begin_on_the_spot
from yangguang.cases.use_cases.check_fulfilment import check_fulfilment
from yangguang.cases.use_cases.check_rectification import OrderFinding, check_rectification
from yangguang.cases.use_cases.collect_evidence import collect_evidence
from yangguang.cases.use_cases.collect_on_the_spot import Collecting, collect_on_the_spot
from yangguang.cases.use_cases.conclude_investigation import conclude_investigation
from yangguang.cases.use_cases.confirm_major_publication import confirm_major_publication
from yangguang.cases.use_cases.confirm_service_address import AddressFacts, confirm_service_address
from yangguang.cases.use_cases.convert_to_ordinary import convert_to_ordinary
from yangguang.cases.use_cases.correct_major_publication import correct_major_publication
from yangguang.cases.use_cases.decide_recusal import decide_recusal
from yangguang.cases.use_cases.decline_acceptance import decline_acceptance
from yangguang.cases.use_cases.decline_to_open import decline_to_open
from yangguang.cases.use_cases.deliver_on_the_spot import Delivery, deliver_on_the_spot
from yangguang.cases.use_cases.discuss_collectively import discuss_collectively
from yangguang.cases.use_cases.draft_instruction import OrderEntry, draft_instruction
from yangguang.cases.use_cases.end_major_publication import end_major_publication
from yangguang.cases.use_cases.entrust_audit import entrust_audit
from yangguang.cases.use_cases.explain_overdue import explain_overdue
from yangguang.cases.use_cases.file_with_authority import file_with_authority
from yangguang.cases.use_cases.find_circumstances import Circumstance, find_circumstances
from yangguang.cases.use_cases.find_facts import find_facts
from yangguang.cases.use_cases.form_task_force import form_task_force
from yangguang.cases.use_cases.forward_application import forward_application
from yangguang.cases.use_cases.give_disposition_notice import give_disposition_notice
from yangguang.cases.use_cases.give_notice_on_the_spot import give_notice_on_the_spot
from yangguang.cases.use_cases.give_prior_notice import give_prior_notice
from yangguang.cases.use_cases.hand_over_case_items import hand_over_case_items
from yangguang.cases.use_cases.hold_hearing import HearingFacts, hold_hearing
from yangguang.cases.use_cases.import_roster import import_roster
from yangguang.cases.use_cases.impose_additional_fine import impose_additional_fine
from yangguang.cases.use_cases.inspect_on_site import inspect_on_site
from yangguang.cases.use_cases.interview import interview
from yangguang.cases.use_cases.issue_interview_notice import issue_interview_notice
from yangguang.cases.use_cases.judge_evidence import judge_evidence
from yangguang.cases.use_cases.keep_dated import keep_all_dated
from yangguang.cases.use_cases.mark_major_candidate import mark_major_candidate
from yangguang.cases.use_cases.mark_unfulfilled import mark_all_unfulfilled
from yangguang.cases.use_cases.merge_lead import merge_lead
from yangguang.cases.use_cases.notify_hearing import notify_hearing
from yangguang.cases.use_cases.notify_listing import notify_listing
from yangguang.cases.use_cases.pass_on_lead import pass_on_lead
from yangguang.cases.use_cases.penalise_on_the_spot import Written, penalise_on_the_spot
from yangguang.cases.use_cases.post_order import Posting, post_order
from yangguang.cases.use_cases.prepare_draft import prepare_draft
from yangguang.cases.use_cases.propose_custody_act import propose_custody_act
from yangguang.cases.use_cases.propose_disposition import propose_disposition
from yangguang.cases.use_cases.propose_instruction import propose_instruction
from yangguang.cases.use_cases.propose_listing import propose_listing
from yangguang.cases.use_cases.propose_opening import propose_opening
from yangguang.cases.use_cases.put_on_list import put_on_list
from yangguang.cases.use_cases.re_examine import re_examine
from yangguang.cases.use_cases.re_examine_disposition import re_examine_disposition
from yangguang.cases.use_cases.receive_application import receive_application
from yangguang.cases.use_cases.record_acknowledgement import record_acknowledgement
from yangguang.cases.use_cases.record_evidence_leave import record_evidence_leave
from yangguang.cases.use_cases.record_item_return import record_item_return
from yangguang.cases.use_cases.record_naming_consent import record_naming_consent
from yangguang.cases.use_cases.record_payment import record_payment
from yangguang.cases.use_cases.record_police_opening import record_police_opening
from yangguang.cases.use_cases.record_remedy import record_remedy
from yangguang.cases.use_cases.record_remedy_outcome import record_remedy_outcome
from yangguang.cases.use_cases.record_service_failure import record_service_failure
from yangguang.cases.use_cases.record_statement import record_statement
from yangguang.cases.use_cases.record_statement_on_the_spot import Heard, record_statement_on_the_spot
from yangguang.cases.use_cases.record_worker_payments import WagePayment
from yangguang.cases.use_cases.redirect_complaint import redirect_complaint
from yangguang.cases.use_cases.register_lead import register_lead
from yangguang.cases.use_cases.remit_to_agency import remit_to_agency
from yangguang.cases.use_cases.remit_to_bank import remit_to_bank
from yangguang.cases.use_cases.report_criminal_transfer import report_criminal_transfer
from yangguang.cases.use_cases.request_advance_preservation import request_advance_preservation
from yangguang.cases.use_cases.request_announcement import request_announcement
from yangguang.cases.use_cases.request_coercive_measure import request_coercive_measure
from yangguang.cases.use_cases.request_decision import request_decision
from yangguang.cases.use_cases.request_disposition_closing import request_disposition_closing
from yangguang.cases.use_cases.request_disposition_decision import request_disposition_decision
from yangguang.cases.use_cases.request_end import request_end
from yangguang.cases.use_cases.request_head_approval import request_head_approval
from yangguang.cases.use_cases.request_hearing import request_hearing
from yangguang.cases.use_cases.request_inspection import request_inspection
from yangguang.cases.use_cases.request_opening import request_opening
from yangguang.cases.use_cases.request_recusal import request_recusal
from yangguang.cases.use_cases.request_remedy_answer import request_remedy_answer
from yangguang.cases.use_cases.restitute import restitute
from yangguang.cases.use_cases.serve_by_announcement import serve_by_announcement
from yangguang.cases.use_cases.serve_disposition import serve_disposition
from yangguang.cases.use_cases.serve_document import ServiceFacts, serve_document
from yangguang.cases.use_cases.serve_instruction import serve_instruction
from yangguang.cases.use_cases.serve_listing_paper import serve_listing_paper
from yangguang.cases.use_cases.sign_approval import sign_approval
from yangguang.cases.use_cases.submit_remedy_answer import submit_remedy_answer
from yangguang.cases.use_cases.suspect_crime import suspect_crime
from yangguang.cases.use_cases.take_coercive_measure import take_coercive_measure
from yangguang.cases.use_cases.transfer_case import transfer_case
from yangguang.cases.use_cases.transfer_to_police import transfer_to_police
from yangguang.cases.use_cases.waive_rights import waive_rights

__all__ = [
    "request_coercive_measure",
    "take_coercive_measure",
    "confirm_major_publication",
    "end_major_publication",
    "correct_major_publication",
    "AddressFacts",
    "confirm_service_address",
    "form_task_force",
    "hand_over_case_items",
    "mark_major_candidate",
    "notify_listing",
    "propose_custody_act",
    "propose_listing",
    "put_on_list",
    "record_acknowledgement",
    "record_police_opening",
    "record_service_failure",
    "report_criminal_transfer",
    "request_announcement",
    "request_remedy_answer",
    "serve_by_announcement",
    "serve_listing_paper",
    "submit_remedy_answer",
    "suspect_crime",
    "transfer_to_police",
    "HearingFacts",
    "ThirdParty",
    "Meeting",
    "Said",
    "discuss_collectively",
    "hold_hearing",
    "notify_hearing",
    "transfer_case",
    "Collecting",
    "Delivery",
    "Heard",
    "Scene",
    "Written",
    "allocate_number_range",
    "begin_on_the_spot",
    "collect_on_the_spot",
    "convert_to_ordinary",
    "deliver_on_the_spot",
    "file_with_authority",
    "give_notice_on_the_spot",
    "penalise_on_the_spot",
    "record_statement_on_the_spot",
    "remit_to_agency",
    "remit_to_bank",
    "ROSTER_COLUMNS",
    "Circumstance",
    "ComplaintEntry",
    "Employer",
    "ItemEntry",
    "OnTheSpot",
    "Person",
    "OrderEntry",
    "OrderFinding",
    "Posting",
    "ServiceFacts",
    "WagePayment",
    "add_contract_link",
    "advance_preservation",
    "annul_case_opening",
    "annul_decision",
    "answer_complainant",
    "AgentFacts",
    "appoint_agent",
    "archive_file",
    "ask_for_completion",
    "assign_officers",
    "check_fulfilment",
    "check_rectification",
    "collect_evidence",
    "conclude_investigation",
    "decide_recusal",
    "decline_acceptance",
    "decline_to_open",
    "draft_instruction",
    "explain_overdue",
    "find_circumstances",
    "find_facts",
    "forward_application",
    "give_disposition_notice",
    "give_prior_notice",
    "import_roster",
    "impose_additional_fine",
    "inspect_on_site",
    "interview",
    "judge_evidence",
    "keep_all_dated",
    "mark_all_unfulfilled",
    "merge_lead",
    "pass_on_lead",
    "payable_of",
    "prepare_draft",
    "propose_disposition",
    "propose_instruction",
    "propose_opening",
    "re_examine",
    "re_examine_disposition",
    "receive_application",
    "record_evidence_leave",
    "record_item_return",
    "record_naming_consent",
    "record_payment",
    "record_remedy",
    "record_remedy_outcome",
    "record_statement",
    "redirect_complaint",
    "register_lead",
    "request_advance_preservation",
    "request_decision",
    "request_end",
    "request_hearing",
    "request_inspection",
    "request_opening",
    "request_recusal",
    "serve_disposition",
    "serve_document",
    "serve_instruction",
    "entrust_audit",
    "issue_interview_notice",
    "lacking_signatures",
    "request_disposition_closing",
    "request_disposition_decision",
    "request_head_approval",
    "post_order",
    "restitute",
    "sign_approval",
    "waive_rights",
]

"""The face of supervision for the contexts above."""

from yangguang.supervision.models import CaseFileEvaluation, EvaluatedFile, EvaluationStandard
from yangguang.supervision.queries import evaluators_for, files_to_score, involved_in, led_by, standards_of
from yangguang.supervision.rules.scoring import Deduction, VetoAnswer
from yangguang.supervision.rules.sheets import from_content, shipped_sheet
from yangguang.supervision.standings import YearlyStanding, standings
from yangguang.supervision.use_cases.adopt_standard import adopt_standard
from yangguang.supervision.use_cases.approve_plan import approve_plan
from yangguang.supervision.use_cases.assign_evaluators import assign_evaluators
from yangguang.supervision.use_cases.check_files import check_files
from yangguang.supervision.use_cases.draft_standard import draft_standard
from yangguang.supervision.use_cases.draw_sample import draw_sample
from yangguang.supervision.use_cases.finalise_round import finalise_round
from yangguang.supervision.use_cases.give_feedback import give_feedback
from yangguang.supervision.use_cases.plan_round import plan_round
from yangguang.supervision.use_cases.propose_result import propose_result
from yangguang.supervision.use_cases.publish_result import publish_result
from yangguang.supervision.use_cases.score_file import score_file

__all__ = [
    "CaseFileEvaluation",
    "Deduction",
    "EvaluatedFile",
    "EvaluationStandard",
    "VetoAnswer",
    "YearlyStanding",
    "adopt_standard",
    "approve_plan",
    "assign_evaluators",
    "check_files",
    "draft_standard",
    "draw_sample",
    "evaluators_for",
    "files_to_score",
    "finalise_round",
    "from_content",
    "give_feedback",
    "involved_in",
    "led_by",
    "plan_round",
    "propose_result",
    "publish_result",
    "score_file",
    "shipped_sheet",
    "standards_of",
    "standings",
]

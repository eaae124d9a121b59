"""Rows of supervision."""

from yangguang.supervision.models.evaluated_file import (
    EvaluatedFile,
    FileState,
    FixingOrder,
    ScoreObjection,
    ScoringSheet,
    TakenBy,
)
from yangguang.supervision.models.evaluation import CaseFileEvaluation, RoundState
from yangguang.supervision.models.standard import EvaluationStandard, FileKind, StandardState

__all__ = [
    "CaseFileEvaluation",
    "EvaluatedFile",
    "EvaluationStandard",
    "FileKind",
    "FileState",
    "FixingOrder",
    "RoundState",
    "ScoreObjection",
    "ScoringSheet",
    "StandardState",
    "TakenBy",
]

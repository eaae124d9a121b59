"""音像记录事项清单: which steps are recorded in sound or picture, how, from when to when, and which of them throughout (R05)."""

from __future__ import annotations

from yangguang.catalogues.lists import clause_column, columns
from yangguang.catalogues.lists.definition import ListDefinition

METHODS = {"photograph": "照片", "audio": "录音", "video": "录像"}
RECORD_CLASSES = {"entry": "入户类", "scene": "场景类", "talk": "约谈类", "confirmation": "确认类"}

LIST = ListDefinition(
    kind="audiovisual_recording",
    title="音像记录事项清单",
    clauses=("TSO-2018:av_key", "TSO-2018:av_whole", "APL-2021:47"),
    columns=(
        columns.text("step", "记录事项"),
        columns.text("act_kind", "执法类别", longest=80),
        columns.text("matter", "执法事项"),
        columns.text("place", "记录场合"),
        columns.words("methods", "记录方式", labels=METHODS, hint="照片、录音、录像"),
        columns.flag("throughout", "全过程无间断"),
        columns.text("time_limit", "执法时限", longest=80, required=False),
        columns.text("unit", "执法部门", longest=80),
        columns.text("recorder", "记录人", longest=80),
        columns.text("starts", "开始记录时间", longest=120),
        columns.text("content", "记录过程", longest=1000, lines=2),
        columns.text("ends", "结束记录时间", longest=120),
        columns.choice("record_class", "执法记录类别", RECORD_CLASSES),
        columns.text("kept", "存储期限", longest=80),
        columns.text("remark", "备注", longest=400, required=False),
        clause_column.clauses("basis", "依据"),
        columns.text("source", "来源", longest=300, required=False),
    ),
    subject_column="step",
    filed=True,
    table_columns=("step", "act_kind", "place", "methods", "throughout", "starts", "ends", "kept", "basis"),
)

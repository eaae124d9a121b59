"""Writes the stage tables: which act may follow which, by whom, under which clause, asking which gates."""

from collections.abc import Iterator

from structure.reference.markdown import cited, code, head, table
from structure.reference.papers import paper
from yangguang.cases.kinds.register import FLOWS
from yangguang.cases.presentation.flowcharts import NAMES
from yangguang.cases.rules.clocks import KINDS
from yangguang.cases.rules.flow import STAGE_LABELS, Flow, Step
from yangguang.directory.rules.roles import LABELS, Role

COLUMNS = ("事项", "从哪里", "到哪里", "谁办", "依据", "关口", "文书", "期限")


def page() -> str:
    """The whole page, two tables for each kind."""
    told = "程序表决定按钮、拒绝和期限；表上没有的一步，谁也办不了。关口的含义见[关口](gates.md)。"
    source = " `yangguang/cases/kinds/*/stages.py` "
    return head("程序表", source=source, told=told) + "".join(_written(flow) for flow in FLOWS.values())


def _written(flow: Flow) -> str:
    statuses = [
        (status.label, f"`{status.name}`", STAGE_LABELS[status.stage], _standing(flow, status.name))
        for status in flow.statuses
    ]
    steps = table(COLUMNS, (_row(flow, step) for step in flow.steps))
    return f"\n## {NAMES[flow.name]}\n\n{table(('状态', '名称', '阶段', ''), statuses)}\n{steps}"


def _standing(flow: Flow, name: str) -> str:
    words = ["起点"] if name == flow.start else []
    return "、".join([*words, "终点"] if flow.status(name).final else words)


def _row(flow: Flow, step: Step) -> tuple[str, ...]:
    return (
        f"{step.label} `{step.act}`" + ("（应当音像记录）" if step.recorded else ""),
        "；".join(flow.status(name).label for name in step.sources) or "尚未开始",
        flow.status(step.to).label if step.to else "不变",
        "、".join("系统" if role == "system" else LABELS[Role(role)] for role in step.by),
        cited(step.clauses),
        code(step.gates),
        "、".join(paper(kind) for kind in step.documents),
        "；".join(_clocks(step)),
    )


def _clocks(step: Step) -> Iterator[str]:
    if step.starts:
        yield f"起算：{'、'.join(KINDS[name].label for name in step.starts)}"
    if step.stops:
        yield f"停止：{'、'.join(KINDS[name].label for name in step.stops)}"

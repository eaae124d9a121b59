"""行政执法主体资格清单: the register of bodies as it stands on the day the draft is filled, with entrustments (D06)."""

from __future__ import annotations

from datetime import date
from typing import Any

from yangguang.catalogues.lists import columns
from yangguang.catalogues.lists.definition import ListDefinition
from yangguang.catalogues.rules.offices import Office
from yangguang.directory.api import Body, registered_bodies

SOURCE = "行政执法主体登记"


def rows_of(body: Body, on: date) -> list[dict[str, Any]]:
    """One row a body of the register, as a person would type it."""
    return [{**row, "official": True, "source": f"{SOURCE}（{on:%Y-%m-%d}）"} for row in registered_bodies(body, on)]


LIST = ListDefinition(
    kind="bodies",
    title="行政执法主体资格清单",
    clauses=("APL-2021:39", "APL-2021:17", "APL-2021:20.2"),
    columns=(
        columns.text("name", "机构名称", longest=120),
        columns.text("nature", "机构性质", longest=60),
        columns.text("funding", "经费来源", longest=60),
        columns.text("staffing", "队伍编制状况", longest=120),
        columns.text("category", "主体类别", longest=20),
        columns.text("duties", "执法职责和权限", longest=4000, lines=3),
        columns.text("legal_representative", "法定代表人", longest=60),
        columns.text("address", "单位地址"),
        columns.text("complaint_phone", "投诉举报电话", longest=40),
        columns.text("entrustments", "委托执法协议及备案", longest=4000, required=False, lines=2),
        columns.text("source", "来源", longest=300, required=False),
    ),
    reviewed_by=Office.JUSTICE,
    subject_column="name",
    table_columns=("name", "category", "nature", "duties", "legal_representative", "complaint_phone", "entrustments"),
    filter_column="category",
    from_register=rows_of,
)

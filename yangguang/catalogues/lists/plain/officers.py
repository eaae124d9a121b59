"""行政执法人员资格清单: who holds a usable certificate on the day the draft is filled; nothing of them but what is public (D07)."""

from __future__ import annotations

from datetime import date
from typing import Any

from yangguang.catalogues.lists import columns
from yangguang.catalogues.lists.definition import ListDefinition
from yangguang.directory.api import Body, registered_officers

SOURCE = "行政执法人员和证件登记"


def rows_of(body: Body, on: date) -> list[dict[str, Any]]:
    """One row a certificate that may be used that day, as a person would type it."""
    return [{**row, "official": True, "source": f"{SOURCE}（{on:%Y-%m-%d}）"} for row in registered_officers(body, on)]


LIST = ListDefinition(
    kind="officers",
    title="行政执法人员资格清单",
    clauses=("APL-2021:42.1#qualified",),
    columns=(
        columns.text("name", "姓名", longest=60),
        columns.text("body", "单位", longest=120),
        columns.text("post", "职务", longest=60, required=False),
        columns.text("number", "证件编号", longest=40),
        columns.text("fields", "执法类别", longest=400),
        columns.text("areas", "执法区域", longest=400),
        columns.text("valid", "证件有效期", longest=40),
        columns.text("source", "来源", longest=300, required=False),
    ),
    subject_column="name",
    table_columns=("name", "body", "post", "number", "fields", "areas", "valid"),
    filter_column="body",
    from_register=rows_of,
)

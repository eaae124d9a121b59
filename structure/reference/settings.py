"""Writes the settings: every YANGGUANG_* variable, its value when nobody sets it, and what it does."""

from pathlib import Path
from typing import Any

from config.settings.environment import ROOT, Environment
from structure.reference.markdown import head, table

COLUMNS = ("变量", "不设置时", "含义")
TESTING = (
    ("YANGGUANG_TEST_POSTGRES", "自备", "测试用的 PostgreSQL 地址；不设置时临时启动一个，用完即删"),
    ("YANGGUANG_TEST_DATABASE", "SQLite", "测试在哪个数据库上运行；`python -m structure.postgresql` 自行设置"),
    ("YANGGUANG_CHROMIUM", "自动查找", "浏览器测试所用 Chromium 的位置"),
)


def page() -> str:
    """The whole page."""
    told = "全部通过环境变量设置，启动时读一次。"
    rows = [
        (f"`YANGGUANG_{name.upper()}`", _default(field.default), field.description or "")
        for name, field in Environment.model_fields.items()
    ]
    testing = [(f"`{name}`", default, told) for name, default, told in TESTING]
    return (
        head("设置", source=" `config/settings/environment.py` ", told=told)
        + f"\n## 站点\n\n{table(COLUMNS, rows)}\n## 测试\n\n{table(COLUMNS, testing)}"
    )


def _default(value: Any) -> str:
    if isinstance(value, Path):
        return f"`{value.relative_to(ROOT)}/`"
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    return f"`{value}`" if value else "空"

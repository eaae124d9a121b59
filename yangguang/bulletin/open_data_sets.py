"""Which tables open data have, and what of the public store is in none of them, with the reason."""

from __future__ import annotations

from django.db.models import Model

from yangguang.bulletin.models import LetterKey, PublicPhoto, PublicProgress, PublicVoiceCount
from yangguang.bulletin.open_tables import counts, decisions, lists, register
from yangguang.bulletin.open_tables.table import DataSet, Field

DATA_SETS: tuple[DataSet, ...] = (*decisions.TABLES, *register.TABLES, *lists.TABLES, *counts.TABLES)

LEFT_OUT: dict[type[Model], str] = {
    LetterKey: "收信公钥，不是公示的内容",
    PublicPhoto: "照片只在人员页上看，随时可以撤下，不进可以长期留存的文件",
    PublicProgress: "办理进度只凭受理编号和手机号后四位查询",
    PublicVoiceCount: "没有网页展示",
}

__all__ = ["DATA_SETS", "LEFT_OUT", "DataSet", "Field"]

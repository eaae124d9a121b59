"""A workbook comes in whole or not at all; each bad row is named by its number, in Chinese."""

import io
import zipfile

import pytest
import xlsxwriter

from tests.builders.catalogues import (
    OVERTIME,
    a_draft,
    a_drafter,
    a_head,
    a_word_form,
    an_adopted_edition,
    the_labour_lists,
)
from yangguang.base import vault
from yangguang.base.sheets import SheetRefused
from yangguang.catalogues.lists import workbook
from yangguang.catalogues.lists.register import LISTS, list_of
from yangguang.catalogues.models import SampleForm
from yangguang.catalogues.models.edition import ListKind
from yangguang.catalogues.use_cases.import_edition import import_edition
from yangguang.catalogues.use_cases.upload_workbook import upload_workbook
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

STANDARDS = list_of(ListKind.DISCRETION_STANDARDS)
TIERS = (
    "轻微：受害劳动者人数不超过10人：每人100元以上200元以下\n"
    "一般：受害劳动者人数超过10人且不超过50人：每人201元以上400元以下\n"
    "严重：受害劳动者人数超过50人：每人401元以上500元以下"
)
GOOD = {
    "编号": "LD-01", "违法行为": "违法延长工作时间", "法定依据": "LSR-2004:25#fine", "金额性质": "罚款",
    "处罚种类": "警告、罚款", "法定幅度": "每人100元以上500元以下", "适用条件": "", "裁量阶次": TIERS,
    "首违不罚条件": "", "从轻、减轻情节": "", "从重情节": "", "来源": "示人社发〔2026〕1号", "性质": "官方",
}  # fmt: skip


def a_workbook(*rows, head=tuple(GOOD)):
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True, "strings_to_formulas": False}) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate([head, *([row[title] for title in head] for row in rows)]):
            sheet.write_row(number, 0, row)
    return content.getvalue()


def upload(draft, content, name="裁量基准.xlsx"):
    return upload_workbook(edition=draft, content=content, name=name, actor=a_drafter(draft.body), at=Moment.now())


def imported(draft, content):
    return import_edition(edition=upload(draft, content), actor=a_drafter(draft.body), at=Moment.now())


@pytest.mark.django_db
def test_files_of_a_row_the_workbook_drops_go_with_it():
    draft = a_draft(kind=ListKind.DISCRETION_STANDARDS)
    blob = vault.store_upload(a_word_form(), name="表.docx")
    for code in ("LD-01", "LD-99"):
        SampleForm.objects.create(
            edition=draft, code=code, title="表", blob=blob, suffix="docx", added_on=clock.today(), added_by_name="周敏"
        )
    imported(draft, a_workbook(GOOD))
    assert [one.code for one in SampleForm.objects.all()] == ["LD-01"]


BAD = [
    ({"编号": ""}, "编号", "没有填写"),
    ({"编号": "LD 01"}, "编号", "不能有空格"),
    ({"编号": "L" * 41}, "编号", "最多40个字"),
    ({"违法行为": ""}, "违法行为", "没有填写"),
    ({"违法行为": "违法\u202e行为"}, "违法行为", "改变文字方向"),
    ({"法定依据": "劳动法第九百条"}, "法定依据", "没有找到条款"),
    ({"法定依据": ""}, "法定依据", "没有填写"),
    ({"金额性质": "奖金"}, "金额性质", "不在可选范围"),
    ({"处罚种类": "扣分"}, "处罚种类", "不在可选范围"),
    ({"法定幅度": "每人500元以上100元以下"}, "法定幅度", "下限高于上限"),
    ({"法定幅度": "每人100元以上900元以下"}, "整行", "与所引条款不一致"),
    ({"裁量阶次": "轻微：其他情形：每人100元以上200元以下"}, "整行", "没有到法定上限"),
    ({"裁量阶次": TIERS.replace("严重：受害劳动者人数超过50人", "严重：人很多")}, "裁量阶次", "第3行"),
    ({"首违不罚条件": "态度好"}, "首违不罚条件", "读不出来"),
    ({"来源": ""}, "来源", "官方内容应当写明来源"),
    ({"性质": "也许"}, "性质", "“官方”或者“演示”"),
]


@pytest.mark.parametrize(("change", "column", "why"), BAD)
def test_bad_row_is_named_with_its_number_and_column(change, column, why):
    rows, faults = workbook.read(STANDARDS, a_workbook(GOOD | {"编号": "LD-00"}, GOOD | change))
    assert [row.code for row in rows] == ["LD-00"]
    assert faults[0].row == 3
    assert faults[0].column == column
    assert any(why in fault.reason for fault in faults)


def test_code_used_twice_names_both_rows():
    _, faults = workbook.read(STANDARDS, a_workbook(GOOD, GOOD))
    assert [str(fault) for fault in faults] == ["第3行“编号”：“LD-01”与第2行重复。"]


def test_every_bad_row_is_listed_at_once():
    rows = [GOOD | {"编号": f"X-{n}"} | change for n, (change, _, _) in enumerate(BAD)]
    _, faults = workbook.read(STANDARDS, a_workbook(*rows))
    assert {fault.row for fault in faults} == set(range(2, len(BAD) + 2))


@pytest.mark.django_db
def test_workbook_with_one_bad_row_changes_nothing():
    draft = a_draft()
    with pytest.raises(SheetRefused, match="第3行") as refused:
        imported(draft, a_workbook(GOOD | {"编号": "N-1"}, GOOD | {"编号": "N-2", "法定幅度": "很多"}))
    assert len(refused.value.faults) == 1
    assert [e.code for e in draft.entries.all()] == [OVERTIME]


@pytest.mark.django_db
def test_good_workbook_replaces_the_rows():
    draft = imported(a_draft(), a_workbook(GOOD | {"编号": "N-1"}, GOOD | {"编号": "N-2", "性质": "演示"}))
    assert [(e.code, e.official) for e in draft.entries.order_by("position")] == [("N-1", True), ("N-2", False)]
    assert draft.workbook is not None


@pytest.mark.django_db
def test_exported_lists_come_back_as_they_were():
    for kind, edition in the_labour_lists().items():
        rows = [(e.code, e.columns, e.official) for e in edition.entries.order_by("position")]
        content = workbook.write(LISTS[kind], rows, title="清单", filters="", by="周敏", at=clock.now())
        read, faults = workbook.read(LISTS[kind], content)
        assert faults == []
        assert [(row.code, row.columns, row.official) for row in read] == rows


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("content", "name", "why"),
    [
        (b"", "a.xlsx", "空的"),
        (b"PK\x03\x04not a workbook", "a.xlsx", "种类不符"),
        (b"<html><table></table></html>", "a.xlsx", "种类不符"),
        (b"code,violation\n1,2\n", "a.csv", "种类不符"),
    ],
)
def test_file_that_is_no_workbook_is_refused_at_the_door(content, name, why):
    draft = a_draft()
    with pytest.raises(Refused, match=why):
        upload(draft, content, name)


@pytest.mark.django_db
def test_workbook_with_foreign_columns_is_refused():
    draft = upload(a_draft(), a_workbook({"姓名": "甲"}, head=("姓名",)))
    with pytest.raises(Refused, match="没有找到"):
        import_edition(edition=draft, actor=a_drafter(draft.body), at=Moment.now())


@pytest.mark.django_db
def test_workbook_that_unpacks_to_gigabytes_is_refused():
    content = io.BytesIO(a_workbook(GOOD))
    with zipfile.ZipFile(content, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/image1.png", b"\0" * (70 * 1024 * 1024))
    draft = upload(a_draft(), content.getvalue())
    with pytest.raises(Refused, match="解开后过大"):
        import_edition(edition=draft, actor=a_drafter(draft.body), at=Moment.now())


def test_formula_in_a_cell_is_text_or_refused():
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, GOOD)
        sheet.write_row(1, 0, GOOD.values())
        sheet.write_formula(1, 1, '=HYPERLINK("http://example.org","点这里")', None, "点这里")
    rows, _ = workbook.read(STANDARDS, content.getvalue())
    assert [row.columns["violation"] for row in rows] == ["点这里"]


@pytest.mark.django_db
def test_import_without_a_workbook_or_into_an_adopted_edition_is_refused():
    draft = a_draft()
    with pytest.raises(Refused, match="还没有上传"):
        import_edition(edition=draft, actor=a_drafter(draft.body), at=Moment.now())
    with pytest.raises(Refused, match="您不能修改"):
        import_edition(edition=draft, actor=a_head(draft.body), at=Moment.now())
    with pytest.raises(Refused, match="内容不能再改"):
        upload(an_adopted_edition(), a_workbook(GOOD))

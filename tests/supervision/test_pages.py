"""Pages of evaluations: acts by forms, what is told to whom and when, sheets that leave, and that nobody is ranked."""

import pytest
from django.apps import apps

from tests.builders import evaluations as build
from tests.builders.cases import on, person_of
from tests.builders.directory import a_body
from yangguang.base.sheets import Column, read_rows
from yangguang.supervision.documents import circular, draw_record, feedback, scoring_sheet
from yangguang.supervision.models import CaseFileEvaluation
from yangguang.supervision.pages.report import COLUMNS
from yangguang.supervision.rules.sheets import (
    from_content,
    read_sheet,
    shipped_sheet,
    told_grades,
    told_sections,
    told_vetoes,
)
from yangguang.supervision.uses import FIGURES, cases_behind, figures

pytestmark = [pytest.mark.django_db, pytest.mark.duty("R13")]
DESK = "/desk/"
SHEET = {name: shipped_sheet("penalty")[name] for name in ("vetoes", "sections", "grades")}


def text_of(client, account, address, **given):
    client.force_login(account)
    return client.get(f"{DESK}{address}", given).content.decode()


def test_scores_are_told_to_the_evaluated_body_only_with_the_feedback(client):
    found = build.a_scored_round()
    unit_head, file = person_of(found.body, "unit_head"), build.the_file(found)
    with on(build.SCORED, 15):
        before = text_of(client, unit_head, f"evaluated-files/{file.public_id}")
        assert "得分和问题在反馈以后显示" in before
        assert "第15页" not in before
        assert client.get(f"{DESK}evaluations/{found.public_id}/report").status_code == 404
    with on(build.TOLD) as at:
        build.give_feedback(evaluation=found, actor=build.leader(found.body), at=at)
        after = text_of(client, unit_head, f"evaluated-files/{file.public_id}")
    assert "第15页" in after
    assert "提出异议" in after


def test_supervisor_evaluates_the_bodies_beneath_and_they_object(client):
    county = a_body(named="示范县人民政府", mark="示政")
    bureau = build.with_terms(a_body(named="示范县司法局", mark="示司", under=county, supervises=True))
    body = build.an_agency_with_files(1, named="示范县人力资源和社会保障局", under=county)
    found = build.a_told_round(bureau, bodies=[body], by=build.leader(bureau))
    file = build.the_file(found)
    with on(build.TOLD, 14):
        client.force_login(person_of(body, "unit_head"))
        client.post(f"{DESK}evaluated-files/{file.public_id}/object", {"reason": "第15页写了理由"})
        found.refresh_from_db()
        assert found.state == "objecting"
        assert text_of(client, person_of(body, "case_handler"), f"evaluations/{found.public_id}")
        client.force_login(build.evaluator(a_body(named="邻县人社局", mark="邻人社")))
        assert client.get(f"{DESK}evaluations/{found.public_id}").status_code == 404


def test_refused_score_keeps_what_was_typed(client):
    file = build.the_file(build.a_round_to_score())
    client.force_login(file.evaluator)
    with on(build.SCORED):
        page = client.post(f"{DESK}evaluated-files/{file.public_id}/score", {"points_1.1": "1", "fact_1.1": "没有审批"})
        assert page.status_code == 409
        assert 'value="没有审批"' in page.content.decode()
        page = client.post(f"{DESK}evaluated-files/{file.public_id}/score", {"points_1.1": "很多"})
        assert "不是分值" in page.content.decode()
    assert not file.sheets.exists()


def test_evaluator_reads_the_papers_of_the_file_until_the_result_is_final(client):
    found = build.a_told_round()
    file = build.the_file(found)
    paper = file.case.decisions.get().document
    with on(build.TOLD, 15):
        client.force_login(file.evaluator)
        assert client.get(f"{DESK}documents/{paper.public_id}/").status_code == 200
    CaseFileEvaluation.objects.update(state="finalised")
    with on(build.TOLD, 16):
        assert client.get(f"{DESK}documents/{paper.public_id}/").status_code == 404


def test_result_as_a_sheet_names_no_party_no_officer_and_no_sum(client):
    found = build.a_final_round()
    case = build.the_file(found).case
    with on(build.FINAL, 15):
        client.force_login(build.head(found.body))
        answer = client.get(f"{DESK}evaluations/{found.public_id}/report", {"format": "xlsx"})
        ((_, row),) = read_rows(answer.content, [Column(one.key, one.title, most=500) for one in COLUMNS])
        page = text_of(client, build.head(found.body), f"evaluations/{found.public_id}/report")
    assert row["number"] == case.number
    hidden = [case.parties.get().name, "陈立", "周敏", "5,000", "5000"]
    assert not [word for word in hidden if word in page or word in str(row)]


@pytest.mark.history("P9.89")
@pytest.mark.clause("APL-2021:74.3")
def test_no_score_is_kept_by_officer_and_no_paper_names_one():
    models = [one for one in apps.get_models() if one.__module__.startswith("yangguang.supervision.")]
    fields = [f for one in models for f in one._meta.get_fields() if f.is_relation and f.related_model is not None]
    assert "Officer" not in {f.related_model.__name__ for f in fields}
    found = build.a_final_round()
    file = build.the_file(found)
    sheets = [
        circular.sheet(found, dated_on=build.FINAL), draw_record.sheet(found, dated_on=build.FINAL),
        feedback.sheet(found, found.body, dated_on=build.FINAL), scoring_sheet.sheet(file.sheets.get(), dated_on=build.FINAL),
    ]  # fmt: skip
    handlers = {row.officer.name for row in file.case.assignments.all()}
    assert not [
        name for name in handlers | {file.case.parties.get().name} if name in "".join(one.to_json() for one in sheets)
    ]


def test_sheet_typed_line_by_line_comes_back_as_it_was():
    sheet = read_sheet(**SHEET)
    assert from_content(sheet.to_content()) == sheet
    again = read_sheet(vetoes=told_vetoes(sheet), sections=told_sections(sheet), grades=told_grades(sheet))
    assert again == sheet
    assert sheet.full == 1000


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"sections": SHEET["sections"].replace("｜集体讨论", "")}, "缺少固定的重点评查项：集体讨论"),
        ({"sections": "案件来源清楚｜3"}, "前面没有部分的名称"),
        ({"sections": "【程序】20分\n没有分值"}, "没有按“条目｜分值”写"),
        ({"sections": "【程序】20分\n条目｜很多"}, "不是分值"),
        ({"vetoes": " "}, "至少有一个一票否决项"),
        ({"grades": "优秀｜90"}, "最低的等次应当从0分起"),
        ({"grades": "优秀｜101\n不合格｜0"}, "超过了满分"),
    ],
)
def test_text_that_is_no_sheet_is_refused_with_its_place(changes, words):
    with pytest.raises(Exception, match=words):
        read_sheet(**(SHEET | changes))


def test_sheet_is_drafted_and_adopted_by_its_forms(client):
    body = build.an_agency_with_files()
    with on(build.PLANNED):
        client.force_login(build.leader(body))
        page = client.get(f"{DESK}evaluation-standards/draft").content.decode()
        assert "通用样表" in page
        client.post(
            f"{DESK}evaluation-standards/draft",
            {"kind": "penalty", "title": "本县标准", "source": "县里的办法", **SHEET},
        )
        ref = apps.get_model("supervision", "EvaluationStandard").objects.get().public_id
        client.force_login(build.head(body))
        assert "审定本县标准" in client.get(DESK).content.decode()
        client.post(f"{DESK}evaluation-standards/{ref}/adopt", {"opinion": "同意。"})
        assert "现行" in client.get(f"{DESK}evaluation-standards/{ref}").content.decode()


@pytest.mark.duty("R11")
def test_every_figure_of_use_has_the_files_behind_it_and_none_counts_money_or_officers(client):
    found = build.an_order().file.evaluation
    head = build.head(found.body)
    with on(build.FINAL, 15):
        counts = {one.label: one.count for one in figures(head, 2026)}
        told = {key: cases_behind(head, key, 2026).count() for key in FIGURES}
        assert {key: counts[FIGURES[key].label] for key in FIGURES} == told
        assert {key for key, count in told.items() if count} == {
            "evaluated", "faulty", "ordered", "closed", "in_time", "opened", "penalised",
        }  # fmt: skip
        page = text_of(client, head, "record-uses/")
        for key in FIGURES:
            assert f"/record-uses/{key}/?year=2026" in page
        assert build.the_file(found).case.number[:6] in text_of(client, head, "record-uses/penalised/")
        assert client.get(f"{DESK}record-uses/nothing/").status_code == 404
    assert "5,000" not in page


@pytest.mark.duty("R11")
def test_figures_count_what_one_may_see_alone():
    found = build.a_final_round()
    stranger = build.evaluator(a_body(named="邻县人社局", mark="邻人社"))
    with on(build.FINAL, 15):
        assert {one.count for one in figures(stranger, 2026)} == {0}
        assert cases_behind(build.head(found.body), "evaluated", 2026).count() == 1
        assert cases_behind(build.head(found.body), "evaluated", 2025).count() == 0

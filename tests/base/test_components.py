"""The parts pages are built from say what they mean in words, name the law, and never trust what people typed."""

import re
from datetime import UTC, date, datetime

import pytest
from django import forms
from django.core.paginator import Paginator
from django.template import Context, engines
from django.test import RequestFactory

from tests.base.boards.facts import notice_form
from yangguang.base.components import clocks
from yangguang.base.components.icons import UnknownIcon
from yangguang.base.forms import DatedForm
from yangguang.base.refusals import put_on_form
from yangguang.kernel.refusal import Refused

HOSTILE = '<script>alert("x")</script>\u202e"onclick="y'


def rendered(source: str, **context) -> str:
    """A piece of template with its context."""
    return engines["django"].from_string(source).template.render(Context(context))


def words_of(html: str) -> str:
    """What a reader hears: the text without marks."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", html)).strip()


FACES = {
    "正常，剩 5 个工作日": clocks.running(5),
    "临期，剩 2 个工作日": clocks.running(2),
    "临期，今天到期": clocks.running(0),
    "逾期，逾期 1 天": clocks.running(-1, "calendar_day"),
    "中止，已中止，10月12日起": clocks.suspended(date(2026, 10, 12)),
    "未起算，决定后起算": clocks.not_started("决定"),
    "办结，第 3 个工作日完成": clocks.done(3),
    "终止，已撤回": clocks.ended("已撤回"),
    "期满，已期满8月28日到期": clocks.lapsed(date(2026, 8, 28)),
}


@pytest.mark.parametrize(("spoken", "face"), FACES.items())
def test_clock_says_its_state_in_words(spoken, face):
    assert words_of(rendered("{% clock_face face %}", face=face)) == spoken


def test_every_state_of_a_clock_but_the_two_dashed_ones_has_a_shape_of_its_own():
    shapes = {
        state: re.search(r"<svg.*?</svg>", rendered("{% clock_face state=s words='x' %}", s=state), re.S).group()
        for state in clocks.ClockState
    }
    assert len(set(shapes.values())) == len(shapes) - 1
    assert shapes["provisional"] == shapes["not_started"]


def test_provisional_date_is_tagged_and_a_clock_not_started_is_not():
    provisional = clocks.ClockFace(clocks.ClockState.PROVISIONAL, "剩 34 个工作日", date(2027, 1, 8))
    assert "暂定" in words_of(rendered("{% clock_face face %}", face=provisional)).removeprefix("暂定，")
    assert "暂定" not in rendered("{% clock_face face %}", face=clocks.not_started("决定"))


def test_overdue_clock_names_its_due_day():
    html = rendered("{% clock_face face %}", face=clocks.running(-1, due_on=date(2026, 11, 17)))
    assert words_of(html) == "逾期，逾期 1 个工作日应于 11月17日"


def test_clock_that_can_be_explained_links_to_its_explanation():
    html = rendered("{% clock_face face %}", face=clocks.running(5, explanation_href="/desk/clocks/x/"))
    assert 'href="/desk/clocks/x/"' in html
    assert "怎么算的" in html


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("{{ fen|yuan }}", "25,200.00"),
        ("{{ fen|whole_yuan }}", "25,200"),
        ("{{ odd|whole_yuan }}", "25,200.05"),
        ("{{ fen|capitals }}", "贰万伍仟贰佰元整"),
        ("{{ day|cn_date }}", "2026年11月21日"),
        ("{{ day|short_date }}", "11月21日"),
        ("{{ last_year|short_date }}", "2025年11月21日"),
        ("{{ day|iso_date }}", "2026-11-21"),
        ("{{ day|weekday }}", "星期六"),
        ("{{ night|cn_moment }}", "2026年11月21日 01:30"),
        ("{{ nothing|yuan }}{{ nothing|cn_date }}{{ nothing|cn_time }}", ""),
        ("{{ number|tally }}", "1,284"),
    ],
)
def test_dates_and_amounts_are_written_as_official_papers_do(source, expected):
    context = {
        "fen": 2520000, "odd": 2520005, "day": date(2026, 11, 21), "last_year": date(2025, 11, 21), "nothing": None,
        "night": datetime(2026, 11, 20, 17, 30, tzinfo=UTC), "number": 1284,
    }  # fmt: skip
    assert rendered(source, **context) == expected


def test_document_number_never_breaks_across_lines():
    assert rendered("{{ no|doc_no }}", no="示人社监罚字〔2026〕第19号") == (
        '<span class="whole">示人社监罚字〔2026〕第19号</span>'
    )


def test_pager_says_the_total_even_when_there_is_nothing():
    request = RequestFactory().get("/desk/cases/?state=opened&page=2")
    page = Paginator(range(143), 20).page(2)
    html = rendered("{% pager page %}", page=page, request=request)
    assert "第 21—40 件，共 143 件" in html
    assert 'href="?state=opened&amp;page=3"' in html
    empty = rendered("{% pager page %}", page=Paginator([], 20).page(1), request=request)
    assert words_of(empty) == "共 0 件"


def test_sort_head_keeps_the_filter_and_turns_round():
    up = rendered("{% sort_head 'due' '期限' %}", request=RequestFactory().get("/?state=opened&page=4"))
    assert "?state=opened&amp;sort=due" in up
    assert "aria-sort" not in up
    down = rendered("{% sort_head 'due' '期限' %}", request=RequestFactory().get("/?sort=due"))
    assert 'aria-sort="ascending"' in down
    assert "sort=-due" in down


def test_form_error_stands_under_its_field_and_in_the_list_that_jumps_to_it():
    form = notice_form(wrong=True)
    top = rendered("{% form_errors form %}", form=form)
    under = rendered("{% field form.credit_code %}", form=form)
    assert 'href="#id_credit_code"' in top
    assert "最后一位应为 C" in top
    assert 'aria-invalid="true"' in under
    assert 'aria-describedby="id_credit_code_error"' in under
    assert 'id="id_credit_code_error"' in under


def test_refusal_on_a_form_names_its_clause_beside_its_own_words_only():
    form = notice_form(wrong=True)
    form.is_valid()
    put_on_form(form, Refused("不得因陈述申辩加重处罚。", "APL-2021:45.2", remedy="请重新告知。", field="amount"))
    assert "不得因陈述申辩加重处罚。请重新告知。 § 行政处罚法 第四十五条第二款" in words_of(
        rendered("{% field form.amount %}", form=form)
    )
    assert words_of(rendered("{% form_errors form %}", form=form)).count("第四十五条第二款") == 2
    assert "§" not in rendered("{% field form.credit_code %}", form=form)


def test_field_keeps_what_was_typed_and_escapes_it():
    class Form(forms.Form):
        name = forms.CharField(label=HOSTILE, help_text=HOSTILE)

    form = Form({"name": HOSTILE})
    html = rendered("{% field form.name source=s %}{% prefilled s s %}", form=form, s=HOSTILE)
    assert "<script>" not in html
    assert '"onclick' not in html
    assert html.count("&lt;script&gt;") >= 5


def test_optional_field_says_so_and_a_required_one_says_nothing():
    form = notice_form()
    assert "（可不填）" in rendered("{% field form.tracking %}", form=form)
    assert "（可不填）" not in rendered("{% field form.amount %}", form=form)


class Signing(DatedForm):
    shown_when = {"note": "signed=refused", "remark": "signed=refused"}
    free_when_shown = frozenset({"remark"})
    signed = forms.CharField(label="签名")
    note = forms.CharField(label="注明", required=False)
    remark = forms.CharField(label="备注", required=False)


def test_field_that_a_choice_makes_needed_is_not_said_to_be_optional():
    form = Signing()
    assert "（可不填）" not in rendered("{% field form.note %}", form=form)
    assert "（可不填）" in rendered("{% field form.remark %}", form=form)


def test_field_added_for_one_case_is_asked_for_in_chinese():
    form = Signing({"signed": "yes"})
    form.fields["added"] = forms.CharField(label="送达人")
    assert form.errors["added"] == ["请填写送达人。"]


HOSTILE_PARTS = [
    "{% status 'withdrawn' h %}", "{% tag h %}", "{% redaction h %}", "{% removed h %}{% added h %}", "{% clause h %}",
    "{% card h note=h ident='a' %}{{ h }}{% endcard %}", "{% notice 'error' %}{{ h }}{% endnotice %}",
    "{% empty h %}{{ h }}{% endempty %}", "{% part h '1' h %}{{ h }}{% endpart %}", "{% facts rows %}",
    "{% timeline entries %}", "{% gate_list entries %}", "{% stage_strip entries %}", "{% lacks entries %}",
    "{% acts entries entries %}", "{% tabs entries %}{% counted entries %}{% chips entries %}", "{% breadcrumb trail %}",
    "{% navigation_groups groups %}{% phone_bar groups %}", "{% submit_bar h consequence=h locked=h %}",
    "{% verify h lines h %}", "{% demo_accounts entries %}", "{% icon 'home' h %}", "{{ h|doc_no }}",
    "{% facets groups %}", "{% shares entries %}", "{% gate_line h entries %}",
]  # fmt: skip


@pytest.mark.parametrize("source", HOSTILE_PARTS)
def test_hostile_text_is_shown_as_text_in_every_part(source):
    row = {"label": HOSTILE, "title": HOSTILE, "words": HOSTILE, "who": HOSTILE, "note": HOSTILE, "name": HOSTILE,
           "reason": HOSTILE, "action_label": HOSTILE, "role": HOSTILE, "clause": HOSTILE, "phone": HOSTILE}  # fmt: skip
    groups = [{"label": HOSTILE, "entries": [row]}]
    html = rendered(
        source, h=HOSTILE, rows=[(HOSTILE, HOSTILE)], entries=[row], trail=[(HOSTILE, "/"), (HOSTILE, "")],
        groups=groups, lines=[HOSTILE],
    )  # fmt: skip
    assert "<script>" not in html
    assert '"onclick' not in html
    assert "&lt;script&gt;" in html


@pytest.mark.parametrize(("count", "folded"), [(5, 0), (6, 2)])
def test_of_a_long_list_of_what_is_lacking_the_rest_is_folded_away(count, folded):
    html = rendered("{% lacks entries %}", entries=[{"label": f"缺第{number}项"} for number in range(count)])
    assert html.count('class="card-part lack missing"') == count
    assert html.partition("<details")[2].count('class="card-part lack missing"') == folded
    assert (f"再看 {folded} 项" in html) is bool(folded)


def test_redaction_is_read_out_as_such():
    assert words_of(rendered("{% redaction '自然人姓名' %}")) == "已隐去：自然人姓名"


def test_stage_strip_marks_the_current_stage_for_those_who_do_not_see_it():
    html = rendered(
        "{% stage_strip s %}", s=[{"label": "立案", "state": "done"}, {"label": "决定", "state": "current"}]
    )
    assert html.count('aria-current="step"') == 1
    assert "已完成" in html
    assert "正在进行" in html


def test_blocked_act_says_where_the_reason_is():
    html = rendered("{% acts p b %}", p=[], b=[{"label": "作出决定", "why_href": "/desk/why/"}])
    assert "作出决定：为什么不能做" in html


def test_gate_that_does_not_hold_names_clause_and_way_out():
    html = rendered("{% gate_list g %}", g=[{"label": "法制审核", "clause": "APL-2021:58", "action_label": "补充",
                                            "action_href": "/desk/x/"}])  # fmt: skip
    assert "没有满足" in html
    assert 'class="clause"' in html
    assert 'href="/desk/x/"' in html


def test_amount_outside_the_tier_is_said_in_words():
    inside = rendered("{% discretion_range 200000 2000000 700100 1500000 800000 %}")
    off = rendered("{% discretion_range 200000 2000000 700100 1500000 1600000 %}")
    outside = rendered("{% discretion_range 200000 2000000 700100 1500000 2100000 %}")
    assert "不在本档" not in inside
    assert "不在本档" in off
    assert "超出法定幅度" in outside


def test_unknown_icon_is_an_error_that_names_the_remedy():
    with pytest.raises(UnknownIcon, match="vendor"):
        rendered("{% icon '../../base' %}")


def test_large_type_follows_the_cookie():
    request = RequestFactory().get("/decisions/?q=x")
    assert rendered("{% large_type_class %}", request=request) == ""
    request.COOKIES["large_type"] = "1"
    assert rendered("{% large_type_class %}", request=request) == "large-type"
    assert "标准字号" in rendered("{% large_type_switch %}", request=request)


def test_long_form_is_drawn_in_its_parts_with_the_unnamed_first():
    class Registration(DatedForm):
        parts = (("用人单位", ("employer",)), *DatedForm.parts)
        employer = forms.CharField(label="名称")
        account = forms.CharField(label="反映的情况", widget=forms.Textarea)

    drawn = rendered("{% all_fields form %}", form=Registration())
    places = [drawn.index(word) for word in ("反映的情况", "<legend>用人单位", "名称", "<legend>发生时间", "补录原因")]
    assert places == sorted(places)
    assert 'class="field wide"' in drawn

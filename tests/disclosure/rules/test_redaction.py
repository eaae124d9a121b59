"""What is private is found however it is written, and what only looks private is asked, never decided."""

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yangguang.disclosure.rules.folding import folded
from yangguang.disclosure.rules.names import masked_name
from yangguang.disclosure.rules.redaction import Known, find, hide, questions, redacted

TEXT = (
    "法定代表人：卢志远　联系电话：0999-0015210。经查，你单位与王小芸（公民身份号码990101199503124622）等12名劳动者"
    "签订劳动合同，收取押金存入账号6210990100004471的账户。以上事实有王小芸、丁海的询问笔录、门店主管康平的情况说明证实。"
)
KNOWN = [Known("卢志远"), Known("王小芸"), Known("丁海")]


@pytest.mark.parametrize(
    ("name", "shown"),
    [("王芳", "王某某"), ("王小芸", "王某某"), ("欧阳修", "欧阳某某"), ("阿卜杜拉·买买提", "阿某某"), ("王　芳", "王某某"),
     ("司徒", "司某某"), ("欧阳", "欧某某")],
)  # fmt: skip
def test_name_keeps_its_surname_only(name, shown):
    assert masked_name(name) == shown


def test_decision_reads_on_without_what_is_private():
    shown = redacted(TEXT, KNOWN, frozenset({"康平"}))
    for private in ("卢志远", "王小芸", "丁海", "康平", "0015210", "990101199503124622", "6210990100004471"):
        assert private not in shown
    assert "法定代表人：卢某某" in shown
    assert "公民身份号码〔已隐去：证件号码〕" in shown
    assert "门店主管康某某的情况说明" in shown


def test_name_that_nobody_knows_is_a_question_and_stays_until_it_is_answered():
    (question,) = questions(TEXT, KNOWN)
    assert (question.original, question.kind, question.certain) == ("康平", "自然人姓名", False)
    assert "康平" in redacted(TEXT, KNOWN)


def test_name_asked_about_once_is_asked_about_wherever_it_stands():
    found = questions("证人李四说，李四当天在场。")
    assert [(span.start, span.original) for span in found] == [(2, "李四"), (6, "李四")]


def test_names_listed_after_a_role_are_all_asked_about():
    assert {span.original for span in questions("劳动者张三丰、李四、司徒雷登等人到场。")} == {
        "张三丰",
        "李四",
        "司徒雷登",
    }


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("身份证810000199408230021。", "证件号码"),
        ("身份证820000199408230021，", "证件号码"),
        ("居住证830000199408230021", "证件号码"),
        ("身份证11010119900307123x", "证件号码"),
        ("身份证１１０１０１１９９００３０７１２３Ｘ", "证件号码"),
        ("身份证110101 19900307 1233", "证件号码"),
        ("旧身份证110101900307123", "证件号码"),
        ("通行证H12345678", "证件号码"),
        ("护照EA1234567", "证件号码"),
        ("电话13800138000", "电话号码"),
        ("电话138 0013 8000", "电话号码"),
        ("电话138.0013.8000", "电话号码"),
        ("身份证440101 1990 0307 123X", "证件号码"),
        ("公民身份号码440101.19900307.1233", "证件号码"),
        ("银行卡6222.0210.0100.1234567", "银行账号"),
        ("电话+86-13800138000", "电话号码"),
        ("电话1380\u200b0138000", "电话号码"),
        ("座机0571-12345678", "电话号码"),
        ("账号6222 0202 0011 2233 445", "银行账号"),
        ("邮箱zhang.san@example.com", "电子邮箱"),
        ("车牌浙A12345", "车牌号码"),
        ("车牌粤BD12345", "车牌号码"),
        ("车牌京A·12345", "车牌号码"),
        ("1990年1月2日出生", "出生日期"),
        ("出生日期：1990-01-02", "出生日期"),
        ("生于1990年1月2日", "出生日期"),
        ("住址：示范县幸福路8号2幢301室。", "住址"),
    ],
)
def test_number_of_a_person_is_hidden(text, kind):
    (span,) = find(text)
    assert (span.kind, span.certain) == (kind, True)
    assert not any(sign.isdigit() for sign in redacted(text))


@pytest.mark.parametrize(
    "text",
    [
        "示人社监罚字〔2026〕第19号", "2026年11月10日作出决定", "统一社会信用代码91990101MA7C4K2R0K", "罚款 25,200 元",
        "依据《劳动保障监察条例》第二十五条", "示范县晨曦电子有限公司安排60名劳动者加班", "当事人应当自收到决定书之日起15日内缴纳",
    ],
)  # fmt: skip
def test_what_a_decision_must_say_stays(text):
    assert redacted(text) == text


@pytest.mark.parametrize("written", ["王 小 芸", "王　小芸", "王\u200b小芸", "王·小·芸", "王\n小芸", "王-小芸"])
def test_known_name_is_found_however_it_is_spaced(written):
    assert redacted(f"证言由{written}作出", [Known("王小芸")]) == "证言由王某某作出"


def test_known_address_is_hidden_and_its_kind_is_said():
    assert redacted("住幸福路8号2幢", [Known("幸福路8号2幢", "住址")]) == "住〔已隐去：住址〕"


def test_overlapping_names_leave_no_rest():
    shown = redacted("王小芸芸到场", [Known("王小芸"), Known("小芸芸")])
    assert "芸" not in shown


def test_hiding_nothing_changes_nothing():
    assert hide(TEXT, []) == TEXT


ALPHABET = "甲乙丙丁王李芸海某电话：，。、（）·　 \n\u200b\ufeff〔〕0123456789０１２３４５６７８９Xx-"
names = st.text(alphabet="甲乙丙丁王李芸海", min_size=2, max_size=4)
numbers = st.from_regex(r"[1-9][0-9]{16}[0-9X]", fullmatch=True)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(st.text(alphabet=ALPHABET, max_size=12), names), min_size=1, max_size=4), st.text(ALPHABET))
def test_no_known_name_survives_in_any_text(pieces, tail):
    known = [Known(name) for _, name in pieces]
    shown = folded(redacted("".join(before + name for before, name in pieces) + tail, known), squeezed=True).text
    assert not [name for _, name in pieces if name in shown]


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet=ALPHABET, max_size=20), numbers, st.text(alphabet=ALPHABET, max_size=20))
def test_no_known_number_survives_in_any_text(before, number, after):
    shown = redacted(before + number + after, [Known(number, "证件号码")])
    assert number.lower() not in folded(shown, squeezed=True).text


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=80))
def test_hostile_text_is_read_to_its_end_and_places_are_in_order(text):
    spans = find(text, [Known("王小芸")])
    assert all(0 <= a.start < a.end <= len(text) for a in spans)
    assert all(a.end <= b.start for a, b in zip(spans, spans[1:], strict=False))
    assert "王小芸" not in redacted(text + "王小芸", [Known("王小芸")])


@pytest.mark.parametrize(
    "hostile", ["a" * 20_000 + "@" + "a" * 20_000, "0-" * 20_000, "http://" + "a." * 20_000, "x1" * 20_000]
)
def test_long_hostile_text_costs_no_more_than_its_length(hostile):
    began = process_time()
    find(hostile)
    assert process_time() - began < 2


@pytest.mark.parametrize("text", ["邮箱：wang.fang+1@example.com。", "邮箱：a@wang.fang+1@example.com。"])
def test_address_of_mail_is_hidden_whole_wherever_it_begins(text):
    assert redacted(text).replace("〔已隐去：电子邮箱〕", "") == "邮箱：。"


def test_name_that_a_public_name_holds_is_hidden_everywhere_but_there():
    body = "佛山市高明区人力资源和社会保障局"
    known = (Known("高明", spared_in=body),)
    assert redacted(f"{body}认定高明欠薪，高明区分局转来。", known) == f"{body}认定高某某欠薪，高某某区分局转来。"


def test_what_its_shape_alone_tells_may_stay_and_what_is_known_or_checked_never():
    text = "在幸福里3栋502室查看，车牌浙A12345，电话13800138000，电话87654321，王小芸到场。"
    known = (Known("王小芸"),)
    kept = frozenset({"幸福里3栋502室", "浙A12345", "13800138000", "87654321", "王小芸"})
    told = redacted(text, known, kept=kept)
    assert "浙A12345" in told
    assert "幸福里3栋502室" in told
    for private in ("13800138000", "87654321", "王小芸"):
        assert private not in told


def test_what_may_stay_is_hidden_until_somebody_says_so():
    assert "浙A12345" not in redacted("车牌浙A12345")

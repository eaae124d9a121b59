"""What is left of known private things is found again, told by place and kind, and never said."""

from yangguang.disclosure.rules.leftovers import leftovers, meetings, words_of
from yangguang.disclosure.rules.redaction import Known

KNOWN = (Known("王小芸"), Known("13800138000", "电话号码"))


def test_known_text_is_left_however_it_is_written():
    assert [one.kind for one in leftovers("批注", "王 小\n芸，１３８-0013-8000", KNOWN)] == ["自然人姓名", "电话号码"]


def test_number_that_gives_itself_away_is_left_though_nobody_knew_it():
    assert [one.kind for one in leftovers("书签", "身份证110101199003071233", ())] == ["证件号码"]


def test_number_without_a_check_of_its_own_is_no_reason_to_refuse():
    assert leftovers("文字", "电话87654321，合同编号202603010001234", ()) == []


def test_refusal_says_where_and_what_kind_and_not_what():
    words = words_of(leftovers("PDF 第 1 页文字层", "王小芸 13800138000", KNOWN))
    assert "PDF 第 1 页文字层：自然人姓名“王某某”" in words
    assert "小芸" not in words
    assert "0013" not in words


def test_two_lines_under_each_other_spell_no_name():
    lines = meetings(("门前有桃王", "小芸豆若干"), 6)
    assert leftovers("文字", "门前有桃王\n小芸豆若干", KNOWN, lines=lines) == []
    assert leftovers("文字", "门前有王小\n芸到场", KNOWN, lines=lines) != []


def test_name_inside_a_public_name_is_excused_there_and_nowhere_else():
    body = "佛山市高明区人力资源和社会保障局"
    assert leftovers("文字", f"{body}公示", (Known("高明"),), phrases=(body,)) == []
    (left,) = leftovers("文字", f"{body}：当事人高明到场", (Known("高明"),), phrases=(body,))
    assert (left.original, left.before[-3:], left.after) == ("高明", "当事人", "到场")
    assert leftovers("文字", "高明", (Known("高明"),), phrases=("高明",)) != []  # the word alone excuses nothing

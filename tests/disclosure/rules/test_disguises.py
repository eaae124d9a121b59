"""What people do to get a number or a name past a reader: nothing of it reaches the public."""

import pytest

from yangguang.disclosure.rules.redaction import Known, find, questions, redacted

KNOWN = [Known("王小明"), Known("欧阳春")]


def certain(text):
    return [(span.kind, span.original) for span in find(text) if span.certain]


@pytest.mark.parametrize(
    "number",
    [
        "一三八零零零零一二三四", "幺三八〇〇〇〇幺二三四", "壹叁捌零零零零壹贰叁肆", "1三8零0零0一2三4", "一三八 零零零零 一二三四",
        "１３８００００１２３４", "138\u200b0000\u200d1234", "138\u31640000\u28001234", "138\x000000\x071234", "1 3 8 0 0 0 0 1 2 3 4",
        "1-3-8-0-0-0-0-1-2-3-4", "1·3·8·0·0·0·0·1·2·3·4", "+86 138 0000 1234",
    ],
)  # fmt: skip
def test_telephone_number_is_found_in_every_disguise(number):
    assert certain(f"联系 {number}。") == [("电话号码", number)]


def test_identity_number_in_chinese_numerals_is_found():
    number = "九九零一零一一九九五零三一二四六二二"
    assert certain(f"公民身份号码{number}，") == [("证件号码", number)]


@pytest.mark.parametrize(
    ("text", "account"),
    [
        ("微信：zhang_san88。", "zhang_san88"), ("微信号是 lisi2020", "lisi2020"), ("加V：abc123456", "abc123456"),
        ("wxid_k3j4h5g6f7", "wxid_k3j4h5g6f7"), ("WeChat: Wang-Wu99", "Wang-Wu99"), ("vx wangwu99", "wangwu99"),
        ("QQ：1234567", "1234567"), ("qq号码 987654321", "987654321"), ("扣扣是１２３４５６", "１２３４５６"),
        ("QQ群:五六七八九一二", "五六七八九一二"),
    ],
)  # fmt: skip
def test_account_of_a_messenger_is_hidden_and_the_words_around_it_stay(text, account):
    assert certain(text) == [("社交账号", account)]
    assert redacted(text) == text.replace(account, "〔已隐去：社交账号〕")


@pytest.mark.parametrize(
    "text",
    [
        "二〇二六年十一月二十二日", "罚款人民币壹万贰仟叁佰肆拾伍元整", "示人社监罚字〔2026〕第12号", "通过微信工作群安排加班",
        "每月1、3、5日",        "上班时间17:30-21:30，2025年", "一二三四五六",
        "第一、二、三、四、五、六、七、八、九、十条", "微信支付转账记录一份",
    ],
)  # fmt: skip
def test_ordinary_words_and_figures_stay(text):
    assert certain(text) == []


@pytest.mark.parametrize(
    "written",
    ["王 小 明", "王·小·明", "王，小，明", "王*小*明", "王|小|明", "王～小～明", "王、小明", "王\u200b小\u3164明",
     "王“小”明", "王_小_明"],
)  # fmt: skip
def test_known_name_is_hidden_however_it_is_broken_up(written):
    shown = redacted(f"证实该事实的有{written}和他人。", KNOWN)
    assert "小" not in shown
    assert "明" not in shown


@pytest.mark.parametrize("written", ["李 小 四", "李·小·四", "李.小.四", "李*小*四"])
def test_unknown_name_that_is_broken_up_is_still_asked_about(written):
    assert [span.original for span in questions(f"劳动者{written}，当天在场。")] == [written]


def test_words_that_begin_like_names_are_not_asked_about():
    assert questions("未听取当事人陈述、申辩，当事人应当履行，负责人安排，单位全部支付。") == []

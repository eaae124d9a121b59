"""A flowchart: every strip keeps its own boxes and words apart and within the drawing."""

from itertools import combinations

from yangguang.base.flowcharts import WIDTH, Move, Outline, Station, broken, drawn, numbers_in_words, outline_of

LONG = "在国家规定的期限内没有改正、已经依法给予处罚并且说明了后续怎样处理的情形"


def a_move(number=1, label="办理", to=0, sources=(1,), **told):
    return Move(number, "act", label, "承办人、承办机构负责人、机关负责人", sources, to, "行政处罚法第四十四条", **told)


def an_outline():
    moves = (
        a_move(),
        a_move(2, LONG, 3, (1, 3, 4), terms=("起算：送达决定，7日（行政处罚法第六十一条第一款）",)),
        a_move(3, to=2),
    )
    return Outline("long", "流程图", (
        Station(0, "开始", "", False), Station(1, LONG, "调查", False, moves), Station(2, "已作出", "决定", False),
        Station(3, "办结", "结案", True), Station(-1, "在多个状态下都可以办的事项", "", False, (a_move(4, sources=(1, 2, 3)),)),
    ))  # fmt: skip


def apart(one, other):
    return (
        one.x + one.width <= other.x or other.x + other.width <= one.x
        or one.y + one.height <= other.y or other.y + other.height <= one.y
    )  # fmt: skip


def faults(row):
    """What lies on something else, sticks out of its box, or out of the strip."""
    for one, other in combinations(row.boxes, 2):
        if not apart(one, other):
            yield one, other
    for box in row.boxes:
        if box.x < 0 or box.y < 0 or box.x + box.width > WIDTH or box.y + box.height > row.height:
            yield box
    for words in row.words:
        if words.x < 0 or words.x + words.width > WIDTH:
            yield words
        for box in row.boxes:
            across = words.x < box.x + box.width and words.x + words.width > box.x
            if across and not (box.x <= words.x and words.x + words.width <= box.x + box.width):
                yield words, box
            if across and not (box.y <= words.y - words.size and words.y + 3 <= box.y + box.height):
                yield words, box
    for one, other in combinations(row.words, 2):
        across = one.x < other.x + other.width and other.x < one.x + one.width
        if across and abs(one.y - other.y) < max(one.size, other.size):
            yield one, other


def test_nothing_on_a_flowchart_overlaps_however_long_its_words():
    assert [fault for row in drawn(an_outline()) for fault in faults(row)] == []


def test_ring_shows_where_an_act_leads_and_the_trunk_goes_on_where_the_next_status_follows():
    begins, first, stays, leads, follows, second, *_ = drawn(an_outline())
    assert first.heads, "the beginning leads into the first status"
    assert begins.boxes
    assert "ring" not in {box.kind for box in stays.boxes}
    assert leads.words[-1].text == "3"
    assert follows.lines[0].endswith(f"V{follows.height}")
    assert second.heads


def test_outline_comes_back_from_what_is_kept_of_it():
    assert outline_of(an_outline().facts()) == an_outline()
    assert outline_of(an_outline().facts()).digest() == an_outline().digest()


def test_words_are_broken_to_fit_and_numbers_are_told_in_runs():
    assert broken("一二三四五", 45, 15) == ["一二三", "四五"]
    assert numbers_in_words([1, 2, 3, 4, 7, 9, 10]) == "1—4、7、9、10"

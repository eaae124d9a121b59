"""Steps by which a decision that fell, or a part of one that fell, is made anew (stages-penalty V08)."""

from yangguang.cases.rules.flow import Step

FALLEN = ("annulled",)
IN_PART = (
    "served",
    "deferred",
    "unfulfilled",
    "fulfilled",
)  # the rest stands, and is paid while the procedure runs again
CLAUSES = ("ARL-2023:64.2", "AJL-2017:71")
FROM = (
    ("remake_decision", "重新作出决定", "opened"),
    ("remake_from_notice", "重新作出决定（从告知开始）", "concluded"),
    ("remake_from_review", "重新作出决定（从法制审核开始）", "heard"),
)
REMAKING = tuple(
    Step(act, label, (*FALLEN, *IN_PART), to, CLAUSES, ("agency_head",), (), ("remake_plan",))
    for act, label, to in FROM
)

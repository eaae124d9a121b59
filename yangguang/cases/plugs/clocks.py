"""Which deadline clauses the clocks of a case keep; their days are worked out from the clauses themselves."""

from yangguang.statutes import keeps_clocks

keeps_clocks(
    "yangguang.cases.rules.clocks", "APL-2021:60", "APL-2021:61.1", "APL-2021:67.3", "LSR-2004:17#initial",
    "ARL-2023:20.1", "AJL-2017:46.1",
)  # fmt: skip

"""Names of natural persons as the public sees them: the surname stays, the given name goes."""

from __future__ import annotations

import re

from yangguang.kernel.surnames import COMPOUND, SINGLE

SURNAMES = "|".join((*COMPOUND, *SINGLE))
DOTS = "·•・‧∙⋅"
HAN = r"[\u4e00-\u9fff㐀-䶿]"
# What may follow a name in a sentence: punctuation, the end, or a word that no given name ends in.
FOLLOWS = "的等称说陈反在于与和是已因提未向自处到有为从将共对被之及均男女"
FOLLOWING = "拒绝|承认|签字|签收|签名|确认|领取|没有|作为|收到|告知|负责|出具|系本|系该|均系|现场"
GIVEN = rf"{HAN}{{1,2}}?(?=[{FOLLOWS}]|{FOLLOWING}|(?!{HAN})|$)"
DOTTED = rf"{HAN}{{2,6}}[{DOTS}]{HAN}{{2,8}}?(?=[{FOLLOWS.replace('提', '')}]|{FOLLOWING}|(?!{HAN})|$)"
# Words that begin like a name and are none.
NO_NAMES = (
    "陈述", "申辩", "应当", "应予", "应在", "方面", "方式", "成立", "成员", "于是", "高度", "全部", "全体", "单位", "单独",
    "时间", "时候", "车辆", "和解", "管理", "金额", "安排", "安全", "向本", "向我", "时任", "全额", "关于", "平均",
)  # fmt: skip
MASK = "某某"


def masked_name(name: str) -> str:
    """A natural person's name as it is shown: 王某某, 欧阳某某, 阿某某; how long the given name is does not show."""
    plain = "".join(name.split())
    if re.search(f"[{DOTS}]", plain):
        return f"{plain[:1]}{MASK}"
    for compound in COMPOUND:
        if plain.startswith(compound) and len(plain) > len(compound):
            return f"{compound}{MASK}"
    return f"{plain[:1]}{MASK}"
